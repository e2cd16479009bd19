# SPDX-License-Identifier: GPL-2.0-or-later
"""Answer HTTP by a CGI program: ``cgi_server.py PORT PROGRAM``; the environment is handed on.

Every request starts the program anew, with the path after the port as PATH_INFO, as Apache does
for a script at the root.
"""

from __future__ import annotations

import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit


class Handler(BaseHTTPRequestHandler):
    """One request, one process."""

    # The length of an answer isn't known before its end: chunks say when it came.
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(b"")

    def do_POST(self):
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _answer(self, body):
        parts = urlsplit(self.path)
        environment = {
            **os.environ,
            "GATEWAY_INTERFACE": "CGI/1.1",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": str(self.server.server_port),
            "REMOTE_ADDR": self.client_address[0],
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(parts.path),
            "QUERY_STRING": parts.query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_HOST": self.headers.get("Host", ""),
            "HTTP_ACCEPT": self.headers.get("Accept", ""),
        }
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen([self.server.program], env=environment, **pipes) as program:
            program.stdin.write(body)
            program.stdin.close()
            self._head(program.stdout)
            while chunk := program.stdout.read(65536):
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            # A program that fell over leaves its answer without an end.
            if program.wait() == 0:
                self.wfile.write(b"0\r\n\r\n")
            else:
                self.close_connection = True

    def _head(self, stream):
        headers = []
        while line := stream.readline().strip():
            headers.append([part.strip() for part in line.decode("latin-1").split(":", 1)])
        status = next((value for name, value in headers if name.lower() == "status"), "200")
        if not headers:
            status = "500"
        self.send_response(int(status.split()[0]))
        for name, value in headers:
            if name.lower() not in ("status", "content-length"):
                self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()


def main(port, program):
    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.program = program
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
