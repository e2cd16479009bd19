<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>@default</name>
    <message>
        <source>{file} could not be written: close it where it is open, or choose another output folder or file name.</source>
        <translation>{file} tidak dapat disimpan: tutup berkas itu bila sedang terbuka, atau pilih folder keluaran atau nama berkas lain.</translation>
    </message>
    <message>
        <source>The layers hold nothing to show: choose layers with features.</source>
        <translation>Tidak ada yang dapat ditampilkan dari layer tersebut: pilih layer yang berisi fitur.</translation>
    </message>
    <message>
        <source>Other features</source>
        <translation>Unsur lain</translation>
    </message>
    <message>
        <source>Base stations (BTS)</source>
        <translation>BTS</translation>
    </message>
    <message>
        <source>BTS 5G</source>
        <translation>BTS 5G</translation>
    </message>
    <message>
        <source>BTS 4G</source>
        <translation>BTS 4G</translation>
    </message>
    <message>
        <source>BTS 3G</source>
        <translation>BTS 3G</translation>
    </message>
    <message>
        <source>BTS 2G</source>
        <translation>BTS 2G</translation>
    </message>
    <message>
        <source>Public Wi-Fi</source>
        <translation>Wi-Fi publik</translation>
    </message>
    <message>
        <source>BTS, technology not stated</source>
        <translation>BTS, teknologi tidak disebutkan</translation>
    </message>
    <message>
        <source>Public Wi-Fi points</source>
        <translation>Titik Wi-Fi publik</translation>
    </message>
    <message>
        <source>Wi-Fi, active</source>
        <translation>Wi-Fi, aktif</translation>
    </message>
    <message>
        <source>Wi-Fi, down</source>
        <translation>Wi-Fi, gangguan</translation>
    </message>
    <message>
        <source>Wi-Fi, installed, not yet active</source>
        <translation>Wi-Fi, terpasang, belum aktif</translation>
    </message>
    <message>
        <source>Wi-Fi, planned</source>
        <translation>Wi-Fi, direncanakan</translation>
    </message>
    <message>
        <source>Wi-Fi, status not known</source>
        <translation>Wi-Fi, status tidak diketahui</translation>
    </message>
    <message>
        <source>Village offices</source>
        <translation>Kantor desa/lurah</translation>
    </message>
    <message>
        <source>Village office</source>
        <translation>Kantor desa/lurah</translation>
    </message>
    <message>
        <source>Regency boundary</source>
        <translation>Batas kabupaten</translation>
    </message>
    <message>
        <source>Kecamatan boundary</source>
        <translation>Batas kecamatan</translation>
    </message>
    <message>
        <source>Administrative boundaries</source>
        <translation>Batas administrasi</translation>
    </message>
    <message>
        <source>Administrative boundary</source>
        <translation>Batas administrasi</translation>
    </message>
    <message>
        <source>Areas without service</source>
        <translation>Area tanpa layanan</translation>
    </message>
    <message>
        <source>Blank spot area (no signal)</source>
        <translation>Area blank spot (tanpa sinyal)</translation>
    </message>
    <message>
        <source>Weak signal area</source>
        <translation>Area sinyal lemah</translation>
    </message>
    <message>
        <source>Service coverage</source>
        <translation>Cakupan layanan</translation>
    </message>
    <message>
        <source>Weak mobile signal</source>
        <translation>Sinyal lemah (seluler)</translation>
    </message>
    <message>
        <source>Covered by mobile signal</source>
        <translation>Terlayani sinyal seluler</translation>
    </message>
    <message>
        <source>Edge of public Wi-Fi</source>
        <translation>Tepi jangkauan Wi-Fi publik</translation>
    </message>
    <message>
        <source>Covered by public Wi-Fi</source>
        <translation>Terlayani Wi-Fi publik</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>Permukiman</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Permukiman</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>Jalan</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>Jalan</translation>
    </message>
    <message>
        <source>Rivers</source>
        <translation>Sungai</translation>
    </message>
    <message>
        <source>River</source>
        <translation>Sungai</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Perairan</translation>
    </message>
    <message>
        <source>Village status</source>
        <translation>Status desa/kelurahan</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Terlayani</translation>
    </message>
    <message>
        <source>Weak signal</source>
        <translation>Sinyal lemah</translation>
    </message>
    <message>
        <source>Blank spot</source>
        <translation>Blank spot (tidak terlayani)</translation>
    </message>
    <message>
        <source>Not known (no data)</source>
        <translation>Tidak diketahui (tidak ada data)</translation>
    </message>
    <message>
        <source>Neighbouring regencies</source>
        <translation>Kabupaten tetangga</translation>
    </message>
    <message>
        <source>Neighbouring regency</source>
        <translation>Kabupaten tetangga</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Scale {scale}</source>
        <translation>Skala {scale}</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Sistem referensi koordinat</translation>
    </message>
    <message>
        <source>Village boundaries are indicative and are not an official reference for administrative boundaries.</source>
        <translation>Batas desa/kelurahan bersifat indikatif, bukan acuan resmi batas administrasi.</translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation>Dibuat pada {date}</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi operasional</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>Sumber data dan riwayat peta</translation>
    </message>
    <message>
        <source>N</source>
        <translation>U</translation>
    </message>
    <message>
        <source>{degrees} E</source>
        <translation>{degrees} BT</translation>
    </message>
    <message>
        <source>{degrees} W</source>
        <translation>{degrees} BB</translation>
    </message>
    <message>
        <source>{degrees} N</source>
        <translation>{degrees} LU</translation>
    </message>
    <message>
        <source>{degrees} S</source>
        <translation>{degrees} LS</translation>
    </message>
    <message>
        <source>Blank Spot</source>
        <translation>Blank Spot</translation>
    </message>
    <message>
        <source>Blank-spot analysis…</source>
        <translation>Analisis blank spot…</translation>
    </message>
    <message>
        <source>Blank-spot analysis</source>
        <translation>Analisis blank spot</translation>
    </message>
    <message>
        <source>From towers, Wi-Fi points and villages to coverage, gaps and a table.</source>
        <translation>Dari menara telekomunikasi, titik Wi-Fi publik dan desa/kelurahan menjadi cakupan layanan, area blank spot dan tabel.</translation>
    </message>
    <message>
        <source>Sites (towers)</source>
        <translation>BTS (menara telekomunikasi)</translation>
    </message>
    <message>
        <source>Operator field</source>
        <translation>Kolom operator seluler</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cakupan layanan</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Area blank spot</translation>
    </message>
    <message>
        <source>Statistics per village</source>
        <translation>Statistik per desa/kelurahan</translation>
    </message>
    <message>
        <source>Summary by definition</source>
        <translation>Ringkasan menurut definisi operasional</translation>
    </message>
    <message>
        <source>Number of gaps</source>
        <translation>Jumlah area blank spot</translation>
    </message>
    <message>
        <source>{input} is missing: choose a layer.</source>
        <translation>{input} belum diisi: pilih sebuah layer.</translation>
    </message>
    <message>
        <source>{input} could not be read: choose a layer that is there.</source>
        <translation>{input} tidak dapat dibaca: pilih layer yang ada.</translation>
    </message>
    <message>
        <source>{input} has no coordinate reference system: set it in the layer&apos;s properties.</source>
        <translation>{input} tidak mempunyai sistem referensi koordinat: tetapkan pada properti layer.</translation>
    </message>
    <message>
        <source>points</source>
        <translation>titik</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>poligon</translation>
    </message>
    <message>
        <source>{input} holds {found}, but {wanted} are due: choose a layer of {wanted}.</source>
        <translation>{input} berisi {found}, padahal yang diperlukan {wanted}: pilih layer {wanted}.</translation>
    </message>
    <message>
        <source>{input} has no features: choose a layer that has some.</source>
        <translation>{input} tidak berisi fitur: pilih layer yang berisi fitur.</translation>
    </message>
    <message>
        <source>{input}: there is no field “{field}”; the layer has {fields}.</source>
        <translation>{input}: tidak ada kolom “{field}”; kolom layer ini adalah {fields}.</translation>
    </message>
    <message>
        <source>{input}: “{value}” is not a number.</source>
        <translation>{input}: “{value}” bukan angka.</translation>
    </message>
    <message>
        <source>{input}: {value} is out of range; give {range}.</source>
        <translation>{input}: {value} di luar rentang; isikan {range}.</translation>
    </message>
    <message>
        <source>{input} is no valid expression: {reason}</source>
        <translation>{input} bukan ekspresi yang sah: {reason}</translation>
    </message>
    <message>
        <source>Nothing covers anything: give at least one of {inputs}.</source>
        <translation>Tidak ada sumber cakupan layanan: berikan sedikitnya satu dari {inputs}.</translation>
    </message>
    <message>
        <source>{input} has no features, so nothing covers anything: choose a layer that has some.</source>
        <translation>{input} tidak berisi fitur, sehingga tidak ada sumber cakupan layanan: pilih layer yang berisi fitur.</translation>
    </message>
    <message>
        <source>{input} is needed to know how many people live at each point.</source>
        <translation>{input} diperlukan untuk mengetahui jumlah jiwa pada tiap titik.</translation>
    </message>
    <message>
        <source>{input} needs {other} as well: give both or none.</source>
        <translation>{input} memerlukan {other} juga: isi keduanya atau kosongkan keduanya.</translation>
    </message>
    <message>
        <source>The definition “{definition}” needs {input}: give it, or choose another.</source>
        <translation>Definisi operasional “{definition}” memerlukan {input}: berikan masukan itu, atau pilih definisi lain.</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>{low} atau lebih</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} sampai {high}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>garis</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>data tanpa geometri</translation>
    </message>
    <message>
        <source>Coverage of sites</source>
        <translation>Cakupan layanan BTS</translation>
    </message>
    <message>
        <source>Draws how far towers and Wi-Fi points reach, covered and weak.</source>
        <translation>Menggambar jangkauan menara telekomunikasi dan titik Wi-Fi publik, terlayani dan sinyal lemah.</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>BTS</translation>
    </message>
    <message>
        <source>Covered area (km²)</source>
        <translation>Luas terlayani (km²)</translation>
    </message>
    <message>
        <source>Weak area (km²)</source>
        <translation>Luas sinyal lemah (km²)</translation>
    </message>
    <message>
        <source>{n} sites cover {covered} km²; another {weak} km² have a weak signal.</source>
        <translation>{n} BTS melayani {covered} km²; selain itu {weak} km² bersinyal lemah.</translation>
    </message>
    <message>
        <source>Blank spots (gaps in coverage)</source>
        <translation>Area blank spot</translation>
    </message>
    <message>
        <source>Cuts the weak and blank parts out of villages.</source>
        <translation>Memotong dari tiap desa/kelurahan bagian yang bersinyal lemah dan yang blank spot.</translation>
    </message>
    <message>
        <source>Blank area (km²)</source>
        <translation>Luas blank spot (km²)</translation>
    </message>
    <message>
        <source>No blank spot found.</source>
        <translation>Blank spot tidak ditemukan.</translation>
    </message>
    <message>
        <source>{n} weak parts, {weak} km².</source>
        <translation>{n} bagian bersinyal lemah, {weak} km².</translation>
    </message>
    <message>
        <source>{n} gaps: {blank} km² blank, {weak} km² weak.</source>
        <translation>{n} area: {blank} km² blank spot, {weak} km² sinyal lemah.</translation>
    </message>
    <message>
        <source>{layer}: empty, so there are none.</source>
        <translation>{layer}: kosong, jadi dianggap tidak ada.</translation>
    </message>
    <message>
        <source>{layer}: {n} features read</source>
        <translation>{layer}: {n} fitur dibaca</translation>
    </message>
    <message>
        <source>{n} invalid geometries repaired</source>
        <translation>{n} geometri yang tidak sah diperbaiki</translation>
    </message>
    <message>
        <source>{n} without a geometry</source>
        <translation>{n} tanpa geometri</translation>
    </message>
    <message>
        <source>{n} with an unusable coordinate left out</source>
        <translation>{n} dengan koordinat yang tidak dapat dipakai tidak diikutkan</translation>
    </message>
    <message>
        <source>{n} areas with a code seen before were dissolved into the first.</source>
        <translation>{n} wilayah yang kodenya sama dengan wilayah sebelumnya digabungkan ke wilayah itu.</translation>
    </message>
    <message>
        <source>Areas overlap one another by {km2} km², counted in each of them.</source>
        <translation>Wilayah saling bertumpang tindih seluas {km2} km², yang dihitung pada masing-masing wilayah.</translation>
    </message>
    <message>
        <source>{n} sites with an unknown technology take the general radius: {words}.</source>
        <translation>{n} BTS yang teknologinya tidak dikenal memakai radius layanan umum: {words}.</translation>
    </message>
    <message>
        <source>{layer}: {n} too far away to matter, left out.</source>
        <translation>{layer}: {n} terlalu jauh untuk berpengaruh, tidak diikutkan.</translation>
    </message>
    <message>
        <source>{n} coverage polygons whose class is neither covered, weak nor blank were taken as covered.</source>
        <translation>{n} poligon cakupan layanan yang kelasnya bukan covered, weak atau blank dianggap terlayani.</translation>
    </message>
    <message>
        <source>{n} areas have no official population: their people stay unknown.</source>
        <translation>{n} wilayah tidak mempunyai jumlah penduduk resmi: jumlah penduduknya tetap tidak diketahui.</translation>
    </message>
    <message>
        <source>Map sheet</source>
        <translation>Lembar peta</translation>
    </message>
    <message>
        <source>Puts layers on an A3 map sheet and writes it as PDF and PNG.</source>
        <translation>Menyusun layer pada lembar peta A3 dan menyimpannya sebagai PDF dan PNG.</translation>
    </message>
    <message>
        <source>Layers, the first drawn on top</source>
        <translation>Layer, yang pertama digambar paling atas</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 mendatar</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Mobile service and blank spots</source>
        <translation>Layanan seluler dan blank spot</translation>
    </message>
    <message>
        <source>Subtitle (region)</source>
        <translation>Subjudul (wilayah)</translation>
    </message>
    <message>
        <source>Definition of a blank spot, as printed</source>
        <translation>Definisi operasional blank spot, sebagaimana dicetak</translation>
    </message>
    <message>
        <source>Data sources, as printed</source>
        <translation>Sumber data dan riwayat peta, sebagaimana dicetak</translation>
    </message>
    <message>
        <source>Extent (all layers where empty)</source>
        <translation>Cakupan peta (kosong: semua layer)</translation>
    </message>
    <message>
        <source>File name without extension</source>
        <translation>Nama berkas tanpa ekstensi</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Folder keluaran</translation>
    </message>
    <message>
        <source>Map sheet (PDF)</source>
        <translation>Lembar peta (PDF)</translation>
    </message>
    <message>
        <source>Map sheet (PNG)</source>
        <translation>Lembar peta (PNG)</translation>
    </message>
    <message>
        <source>Scale denominator</source>
        <translation>Penyebut skala</translation>
    </message>
    <message>
        <source>A map sheet at {scale} in {crs} was written: {pdf} and {png}.</source>
        <translation>Lembar peta dengan skala {scale} dalam {crs} telah disimpan: {pdf} dan {png}.</translation>
    </message>
    <message>
        <source>“{input}”: {layer} cannot be opened; choose a layer of the project or an existing file.</source>
        <translation>“{input}”: {layer} tidak dapat dibuka; pilih layer dari proyek atau berkas yang ada.</translation>
    </message>
    <message>
        <source>“{input}” is empty: choose at least one layer to show.</source>
        <translation>“{input}” kosong: pilih sedikitnya satu layer untuk ditampilkan.</translation>
    </message>
    <message>
        <source>“{input}”: layer {layer} has no coordinate reference system; set it in the layer's properties or with Assign projection.</source>
        <translation>“{input}”: layer {layer} tidak mempunyai sistem referensi koordinat; tetapkan pada properti layer atau dengan Assign projection.</translation>
    </message>
    <message>
        <source>“{input}” must be a plain file name such as sheet, not “{name}”; the folder is chosen in “{folder}”.</source>
        <translation>“{input}” harus berupa nama berkas saja, misalnya lembar, bukan “{name}”; foldernya dipilih pada “{folder}”.</translation>
    </message>
    <message>
        <source>“{input}”: nothing can be written into {folder}; choose a folder that you may write to.</source>
        <translation>“{input}”: tidak dapat menyimpan ke dalam {folder}; pilih folder yang boleh Anda tulisi.</translation>
    </message>
    <message>
        <source>Stopped at your request; nothing was written.</source>
        <translation>Dihentikan atas permintaan Anda; tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>{input} has no feature with a usable geometry: choose another layer.</source>
        <translation>{input} tidak mempunyai fitur dengan geometri yang dapat dipakai: pilih layer lain.</translation>
    </message>
    <message>
        <source>Two geometries could not be overlaid ({reason}): run “Fix geometries” on the areas and on the coverage, and try again.</source>
        <translation>Dua geometri tidak dapat ditumpangtindihkan ({reason}): jalankan “Fix geometries” pada wilayah dan pada cakupan layanan, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{where}: the radius {value} is negative; give zero or more metres.</source>
        <translation>{where}: radius layanan {value} bernilai negatif; isikan nol meter atau lebih.</translation>
    </message>
    <message>
        <source>{where}: the weak radius is shorter than the covered one ({value}); make it longer, or 0 for no weak ring.</source>
        <translation>{where}: radius sinyal lemah lebih pendek daripada radius terlayani ({value}); perpanjang, atau isikan 0 bila tanpa lingkar sinyal lemah.</translation>
    </message>
    <message>
        <source>{where}: azimuth and beamwidth “{value}” are not degrees; a beamwidth lies above 0 and up to 360.</source>
        <translation>{where}: azimut dan lebar pancaran “{value}” bukan derajat; lebar pancaran harus lebih dari 0 dan paling besar 360.</translation>
    </message>
    <message>
        <source>No site has any reach, all radii are zero: give RADIUS, RADII or RADIUS_FIELD metres above zero.</source>
        <translation>Tidak ada BTS yang mempunyai jangkauan, semua radius layanan nol: isikan meter di atas nol pada RADIUS, RADII atau RADIUS_FIELD.</translation>
    </message>
    <message>
        <source>Site {number}</source>
        <translation>BTS {number}</translation>
    </message>
    <message>
        <source>Blank-spot analysis, step by step (model)</source>
        <translation>Analisis blank spot, langkah demi langkah (model)</translation>
    </message>
    <message>
        <source>Chains coverage, gaps and statistics; copy it to change the steps.</source>
        <translation>Merangkai cakupan layanan, area blank spot dan statistik; salin model ini untuk mengubah langkahnya.</translation>
    </message>
    <message>
        <source>The same job as “Blank-spot analysis”, as three steps that can be looked at and changed: coverage of the sites, gaps of the areas, statistics per village. Every input means what it means there.</source>
        <translation>Pekerjaan yang sama dengan “Analisis blank spot”, dalam tiga langkah yang dapat dilihat dan diubah: cakupan layanan BTS, area blank spot, statistik per desa/kelurahan. Arti tiap masukan sama seperti di sana.</translation>
    </message>
    <message>
        <source>Coverage polygons</source>
        <translation>Poligon cakupan layanan</translation>
    </message>
    <message>
        <source>Radii by technology</source>
        <translation>Radius layanan menurut teknologi</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>Teknologi</translation>
    </message>
    <message>
        <source>Covered to (m)</source>
        <translation>Terlayani sampai (m)</translation>
    </message>
    <message>
        <source>Weak to (m)</source>
        <translation>Sinyal lemah sampai (m)</translation>
    </message>
    <message>
        <source>Technology field</source>
        <translation>Kolom teknologi</translation>
    </message>
    <message>
        <source>Radius for sites without a known technology (m)</source>
        <translation>Radius layanan bagi BTS yang teknologinya tidak dikenal (m)</translation>
    </message>
    <message>
        <source>Field with each site&apos;s radius (m)</source>
        <translation>Kolom radius layanan tiap BTS (m)</translation>
    </message>
    <message>
        <source>Field with each site&apos;s weak radius (m)</source>
        <translation>Kolom radius sinyal lemah tiap BTS (m)</translation>
    </message>
    <message>
        <source>Azimuth field (degrees)</source>
        <translation>Kolom azimut (derajat)</translation>
    </message>
    <message>
        <source>Beamwidth field (degrees)</source>
        <translation>Kolom lebar pancaran (derajat)</translation>
    </message>
    <message>
        <source>Group field (an operator&apos;s, for example)</source>
        <translation>Kolom kelompok (misalnya operator seluler)</translation>
    </message>
    <message>
        <source>Only sites that fulfil</source>
        <translation>Hanya BTS yang memenuhi</translation>
    </message>
    <message>
        <source>Segments per quarter circle</source>
        <translation>Segmen per seperempat lingkaran</translation>
    </message>
    <message>
        <source>Areas (villages)</source>
        <translation>Wilayah (desa/kelurahan)</translation>
    </message>
    <message>
        <source>Code field of the areas</source>
        <translation>Kolom kode wilayah</translation>
    </message>
    <message>
        <source>Name field of the areas</source>
        <translation>Kolom nama wilayah</translation>
    </message>
    <message>
        <source>Excluded ground (water, for example)</source>
        <translation>Wilayah yang dikecualikan (misalnya perairan)</translation>
    </message>
    <message>
        <source>Drop gaps smaller than (m²)</source>
        <translation>Abaikan area yang lebih kecil dari (m²)</translation>
    </message>
    <message>
        <source>Drop gaps narrower than (m)</source>
        <translation>Abaikan area yang lebih sempit dari (m)</translation>
    </message>
    <message>
        <source>Population: raster (people per cell) or points</source>
        <translation>Jumlah penduduk: raster (jiwa per sel) atau titik</translation>
    </message>
    <message>
        <source>People field of the population points</source>
        <translation>Kolom jumlah jiwa pada titik penduduk</translation>
    </message>
    <message>
        <source>Official population field of the areas</source>
        <translation>Kolom jumlah penduduk resmi pada layer wilayah</translation>
    </message>
    <message>
        <source>Public facilities</source>
        <translation>Fasilitas umum</translation>
    </message>
    <message>
        <source>Village centres</source>
        <translation>Kantor desa/lurah</translation>
    </message>
    <message>
        <source>Code field of the village centres</source>
        <translation>Kolom kode kantor desa/lurah</translation>
    </message>
    <message>
        <source>Status field of the Wi-Fi points</source>
        <translation>Kolom status titik Wi-Fi publik</translation>
    </message>
    <message>
        <source>Wi-Fi counts towards the status</source>
        <translation>Wi-Fi ikut menentukan status</translation>
    </message>
    <message>
        <source>Automatic: settlement, else centre, else population, else area</source>
        <translation>Otomatis: permukiman, lalu kantor desa/lurah, lalu penduduk, lalu luas</translation>
    </message>
    <message>
        <source>Share of the area covered</source>
        <translation>Persentase luas yang terlayani</translation>
    </message>
    <message>
        <source>Share of the settlements covered</source>
        <translation>Persentase permukiman yang terlayani</translation>
    </message>
    <message>
        <source>Share of the people covered</source>
        <translation>Persentase penduduk yang terlayani</translation>
    </message>
    <message>
        <source>Signal at the village centre</source>
        <translation>Sinyal di kantor desa/lurah</translation>
    </message>
    <message>
        <source>Distance to the nearest site</source>
        <translation>Jarak ke menara terdekat</translation>
    </message>
    <message>
        <source>Definition of a blank spot</source>
        <translation>Definisi operasional blank spot</translation>
    </message>
    <message>
        <source>Covered from (% covered)</source>
        <translation>Ambang batas terlayani (% terlayani)</translation>
    </message>
    <message>
        <source>Blank from (% blank)</source>
        <translation>Ambang batas blank spot (% blank spot)</translation>
    </message>
    <message>
        <source>Blank from this distance to the nearest site (m)</source>
        <translation>Ambang batas jarak ke menara terdekat untuk blank spot (m)</translation>
    </message>
    <message>
        <source>Villages covered</source>
        <translation>Desa/kelurahan terlayani</translation>
    </message>
    <message>
        <source>Villages weak</source>
        <translation>Desa/kelurahan bersinyal lemah</translation>
    </message>
    <message>
        <source>Villages blank</source>
        <translation>Desa/kelurahan blank spot</translation>
    </message>
    <message>
        <source>Blank Spot: coverage and blank spots</source>
        <translation>Blank Spot: cakupan layanan dan blank spot</translation>
    </message>
    <message>
        <source>Judges every village by coverage, settlements, people, centre and distance.</source>
        <translation>Menilai tiap desa/kelurahan menurut cakupan layanan, permukiman, jumlah penduduk, kantor desa/lurah dan jarak.</translation>
    </message>
    <message>
        <source>Sites (for distance and operators)</source>
        <translation>BTS (untuk jarak dan jumlah operator seluler)</translation>
    </message>
    <message>
        <source>{n} Wi-Fi points have an unknown status: they never count as active.</source>
        <translation>{n} titik Wi-Fi publik berstatus tidak diketahui: titik itu tidak pernah dihitung aktif.</translation>
    </message>
    <message>
        <source>No status field: all Wi-Fi points are taken to work, their standing is unknown.</source>
        <translation>Tanpa kolom status: semua titik Wi-Fi publik dianggap bekerja, keadaannya tidak diketahui.</translation>
    </message>
    <message>
        <source>its area</source>
        <translation>luasnya</translation>
    </message>
    <message>
        <source>its settlements</source>
        <translation>permukimannya</translation>
    </message>
    <message>
        <source>its people</source>
        <translation>penduduknya</translation>
    </message>
    <message>
        <source>A village has the class of the signal at its centre.</source>
        <translation>Status desa/kelurahan adalah kelas sinyal di kantor desa/lurahnya.</translation>
    </message>
    <message>
        <source>A village is blank where its nearest cellular site is {metres} m away or farther.</source>
        <translation>Desa/kelurahan adalah blank spot bila menara terdekat berjarak {metres} m atau lebih.</translation>
    </message>
    <message>
        <source>A village is covered if at least {covered} % of {share} is covered, blank if at least {blank} % of it is blank, else weak.</source>
        <translation>Desa/kelurahan terlayani bila sedikitnya {covered} % {share} terlayani, blank spot bila sedikitnya {blank} % darinya blank spot, selebihnya sinyal lemah.</translation>
    </message>
    <message>
        <source>Active public Wi-Fi counts as coverage.</source>
        <translation>Wi-Fi publik yang aktif dihitung sebagai layanan.</translation>
    </message>
    <message>
        <source>Wi-Fi does not count.</source>
        <translation>Wi-Fi tidak dihitung.</translation>
    </message>
    <message>
        <source>{covered} villages covered, {weak} weak, {blank} blank, {unknown} unknown. By area: {cov_km2} km² covered, {weak_km2} km² weak, {blank_km2} km² blank.</source>
        <translation>{covered} desa/kelurahan terlayani, {weak} bersinyal lemah, {blank} blank spot, {unknown} tidak diketahui. Menurut luas: {cov_km2} km² terlayani, {weak_km2} km² sinyal lemah, {blank_km2} km² blank spot.</translation>
    </message>
    <message>
        <source>{output} can&apos;t be written, choose another place for it: {reason}</source>
        <translation>{output} tidak dapat disimpan, pilih tempat lain: {reason}</translation>
    </message>
    <message>
        <source>{output} could not be written: {reason}</source>
        <translation>{output} gagal disimpan: {reason}</translation>
    </message>
    <message>
        <source>{output} is written, but its style or description is not: {reason}</source>
        <translation>{output} sudah disimpan, tetapi gaya atau keterangannya belum: {reason}</translation>
    </message>
    <message>
        <source>{layer}: the filter leaves none: {filter}</source>
        <translation>{layer}: tidak ada yang memenuhi filter: {filter}</translation>
    </message>
    <message>
        <source>No site fulfils the filter {filter}: change it, or leave it out.</source>
        <translation>Tidak ada BTS yang memenuhi filter {filter}: ubah filter itu, atau kosongkan.</translation>
    </message>
    <message>
        <source>Field “{field}”: {value} is negative; correct it, or choose another field.</source>
        <translation>Kolom “{field}”: {value} bernilai negatif; perbaiki, atau pilih kolom lain.</translation>
    </message>
    <message>
        <source>Field “{field}”: “{value}” is not a plain number; write it without separators of thousands, or choose another field.</source>
        <translation>Kolom “{field}”: “{value}” bukan angka biasa; tulis tanpa pemisah ribuan, atau pilih kolom lain.</translation>
    </message>
    <message>
        <source>{where}: the radius “{value}” is not a number; give it in metres, without separators of thousands.</source>
        <translation>{where}: radius “{value}” bukan angka; isikan dalam meter, tanpa pemisah ribuan.</translation>
    </message>
    <message>
        <source>The population raster has nobody in the areas: check where it lies and its coordinate reference system.</source>
        <translation>Raster penduduk tidak memuat seorang pun di wilayah ini: periksa letak dan sistem referensi koordinatnya.</translation>
    </message>
    <message>
        <source>{output}: only {found} of {written} features could be written; choose another format, a GeoPackage say.</source>
        <translation>{output}: hanya {found} dari {written} fitur yang dapat ditulis; pilih format lain, misalnya GeoPackage.</translation>
    </message>
</context>
</TS>
