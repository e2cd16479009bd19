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
    <message>
        <source>Clean a tower sheet</source>
        <translation>Bersihkan data menara</translation>
    </message>
    <message>
        <source>Turns a table of towers into points; coordinates that can&apos;t be meant are told.</source>
        <translation>Mengubah tabel menara menjadi titik; koordinat yang tidak masuk akal dilaporkan.</translation>
    </message>
    <message>
        <source>Tower sheet (table or points)</source>
        <translation>Data menara (tabel atau titik)</translation>
    </message>
    <message>
        <source>Longitude field (guessed if empty)</source>
        <translation>Kolom bujur (ditebak bila kosong)</translation>
    </message>
    <message>
        <source>Latitude field (guessed if empty)</source>
        <translation>Kolom lintang (ditebak bila kosong)</translation>
    </message>
    <message>
        <source>Keep towers of neighbours up to (m) outside</source>
        <translation>Pertahankan menara tetangga hingga (m) di luar wilayah</translation>
    </message>
    <message>
        <source>Tower owner field</source>
        <translation>Kolom penyedia menara</translation>
    </message>
    <message>
        <source>Height field</source>
        <translation>Kolom tinggi</translation>
    </message>
    <message>
        <source>Technology assumed where none is told (empty: none)</source>
        <translation>Teknologi yang diasumsikan bila tidak disebut (kosong: tanpa asumsi)</translation>
    </message>
    <message>
        <source>Further names of operators and owners</source>
        <translation>Nama lain operator dan penyedia menara</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Kind (operator or owner)</source>
        <translation>Jenis (operator atau owner)</translation>
    </message>
    <message>
        <source>Also written (a; b; c)</source>
        <translation>Juga ditulis (a; b; c)</translation>
    </message>
    <message>
        <source>Towers</source>
        <translation>Menara telekomunikasi</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Baris yang ditolak</translation>
    </message>
    <message>
        <source>Rows kept as they are</source>
        <translation>Baris yang dipertahankan apa adanya</translation>
    </message>
    <message>
        <source>Rows repaired</source>
        <translation>Baris yang diperbaiki</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>Baris yang ditolak (jumlah)</translation>
    </message>
    <message>
        <source>The workspace {path} can&apos;t be used just now ({reason}): close the programs that have it open, or make room on the disk, and try again.</source>
        <translation>Ruang kerja {path} sedang tidak dapat dipakai ({reason}): tutup program yang membukanya, atau kosongkan ruang disk, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Pull a layer from a service</source>
        <translation>Ambil layer dari layanan</translation>
    </message>
    <message>
        <source>Pulls a layer whole: counted against the service, dated, its source kept.</source>
        <translation>Mengambil layer secara utuh: jumlahnya dicocokkan dengan layanan, bertanggal, sumbernya tercatat.</translation>
    </message>
    <message>
        <source>Pulled layer</source>
        <translation>Layer hasil pengambilan</translation>
    </message>
    <message>
        <source>Features received</source>
        <translation>Fitur diterima</translation>
    </message>
    <message>
        <source>Features announced</source>
        <translation>Fitur diumumkan layanan</translation>
    </message>
    <message>
        <source>WFS</source>
        <translation>WFS</translation>
    </message>
    <message>
        <source>OGC API Features</source>
        <translation>OGC API Features</translation>
    </message>
    <message>
        <source>ArcGIS REST</source>
        <translation>ArcGIS REST</translation>
    </message>
    <message>
        <source>GeoNode</source>
        <translation>GeoNode</translation>
    </message>
    <message>
        <source>CKAN</source>
        <translation>CKAN</translation>
    </message>
    <message>
        <source>File or address of a file</source>
        <translation>Berkas atau alamat berkas</translation>
    </message>
    <message>
        <source>Sample: Kabupaten Contoh (fictional)</source>
        <translation>Contoh: Kabupaten Contoh (fiktif)</translation>
    </message>
    <message>
        <source>PostgreSQL connection stored in QGIS</source>
        <translation>Koneksi PostgreSQL tersimpan di QGIS</translation>
    </message>
    <message>
        <source>Layer that is open in QGIS</source>
        <translation>Layer yang terbuka di QGIS</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Layer (may stay empty where there is only one)</source>
        <translation>Layer (boleh kosong bila hanya ada satu)</translation>
    </message>
    <message>
        <source>Login stored in QGIS</source>
        <translation>Login tersimpan di QGIS</translation>
    </message>
    <message>
        <source>Only what touches this extent</source>
        <translation>Hanya yang menyentuh cakupan ini</translation>
    </message>
    <message>
        <source>Or what touches these areas and their surroundings</source>
        <translation>Atau yang menyentuh wilayah ini dan sekitarnya</translation>
    </message>
    <message>
        <source>Keep only what fulfils (after the count)</source>
        <translation>Simpan hanya yang memenuhi (setelah penghitungan)</translation>
    </message>
    <message>
        <source>Features per request (0: as the protocol does best)</source>
        <translation>Fitur per permintaan (0: menurut protokol)</translation>
    </message>
    <message>
        <source>Hand-made JSON: what is where (records=data; lon=bujur; lat=lintang)</source>
        <translation>JSON buatan sendiri: letak datanya (records=data; lon=bujur; lat=lintang)</translation>
    </message>
    <message>
        <source>Keep what came, marked, where some is missing</source>
        <translation>Simpan yang sudah diterima, dengan tanda, bila ada yang kurang</translation>
    </message>
    <message>
        <source>Follow an encrypted address to a plain one</source>
        <translation>Ikuti alamat terenkripsi ke alamat tanpa enkripsi</translation>
    </message>
    <message>
        <source>URL is empty: give the address of the service, or the path of a file.</source>
        <translation>URL kosong: isikan alamat layanan, atau lokasi berkas.</translation>
    </message>
    <message>
        <source>FILTER is no valid expression ({reason}): correct it, or leave it out.</source>
        <translation>FILTER bukan ekspresi yang sah ({reason}): perbaiki, atau kosongkan.</translation>
    </message>
    <message>
        <source>MAPPING is not of the form “key=field; key=field”: correct it.</source>
        <translation>MAPPING tidak berbentuk “kunci=kolom; kunci=kolom”: perbaiki.</translation>
    </message>
    <message>
        <source>DISTANCE is negative: give zero or more metres.</source>
        <translation>DISTANCE bernilai negatif: isikan nol meter atau lebih.</translation>
    </message>
    <message>
        <source>FILTER names “{field}”, which the layer doesn't have: correct it.</source>
        <translation>FILTER menyebut “{field}” yang tidak ada pada layer: perbaiki.</translation>
    </message>
    <message>
        <source>LAYER “{layer}” is not open in QGIS: give the name of a vector layer.</source>
        <translation>LAYER “{layer}” tidak terbuka di QGIS: isikan nama layer vektor.</translation>
    </message>
    <message>
        <source>{n} features</source>
        <translation>{n} fitur</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>{layer} from {url}, {time} UTC: {received} of {announced} features.</source>
        <translation>{layer} dari {url}, {time} UTC: {received} dari {announced} fitur.</translation>
    </message>
    <message>
        <source>INCOMPLETE: {text}</source>
        <translation>TIDAK LENGKAP: {text}</translation>
    </message>
    <message>
        <source>Latitude and longitude came the wrong way round and were swapped.</source>
        <translation>Lintang dan bujur datang terbalik dan sudah ditukar.</translation>
    </message>
    <message>
        <source>The layer is incomplete: pull it again before you print it.</source>
        <translation>Layer tidak lengkap: ambil lagi sebelum dicetak.</translation>
    </message>
    <message>
        <source>More features came than the service announced ({received} of {announced}).</source>
        <translation>Fitur yang datang lebih banyak daripada yang diumumkan layanan ({received} dari {announced}).</translation>
    </message>
    <message>
        <source>{url}: {reason}</source>
        <translation>{url}: {reason}</translation>
    </message>
    <message>
        <source>no reason was told</source>
        <translation>tanpa keterangan</translation>
    </message>
    <message>
        <source>{url} did not answer in time ({reason}): try again later, or raise the time-out in Settings &gt; Options &gt; Network.</source>
        <translation>{url} tidak menjawab tepat waktu ({reason}): coba lagi nanti, atau perpanjang batas waktu di Settings &gt; Options &gt; Network.</translation>
    </message>
    <message>
        <source>The proxy on the way to {url} refused ({reason}): check Settings &gt; Options &gt; Network.</source>
        <translation>Proxy menuju {url} menolak ({reason}): periksa Settings &gt; Options &gt; Network.</translation>
    </message>
    <message>
        <source>{url} cannot be reached ({reason}): check the address and the connection, and the proxy in Settings &gt; Options &gt; Network.</source>
        <translation>{url} tidak dapat dihubungi ({reason}): periksa alamat dan koneksinya, serta proxy di Settings &gt; Options &gt; Network.</translation>
    </message>
    <message>
        <source>The certificate of {url} is not trusted ({reason}): if it is your office&apos;s own, import its authority in Settings &gt; Options &gt; Authentication &gt; Manage Certificates; else tell whoever runs the service.</source>
        <translation>Sertifikat {url} tidak dipercaya ({reason}): bila itu milik kantor Anda sendiri, impor otoritasnya di Settings &gt; Options &gt; Authentication &gt; Manage Certificates; bila bukan, beri tahu pengelola layanan itu.</translation>
    </message>
    <message>
        <source>{url} leads from one address to the next without end: ask for its right address.</source>
        <translation>{url} mengalihkan dari satu alamat ke alamat lain tanpa akhir: tanyakan alamat yang benar.</translation>
    </message>
    <message>
        <source>{url} leads to {reason}, which is not encrypted: use another address, or allow that for this connection.</source>
        <translation>{url} mengalihkan ke {reason}, yang tidak terenkripsi: pakai alamat lain, atau izinkan hal itu untuk koneksi ini.</translation>
    </message>
    <message>
        <source>There is no login “{reason}” in QGIS for {url}: choose another, or make it in Settings &gt; Options &gt; Authentication.</source>
        <translation>Tidak ada data masuk “{reason}” di QGIS untuk {url}: pilih yang lain, atau buat di Settings &gt; Options &gt; Authentication.</translation>
    </message>
    <message>
        <source>The login “{reason}” for {url} could not be opened: give the master password of QGIS, or check the login in Settings &gt; Options &gt; Authentication.</source>
        <translation>Data masuk “{reason}” untuk {url} tidak dapat dibuka: berikan kata sandi induk QGIS, atau periksa data masuk itu di Settings &gt; Options &gt; Authentication.</translation>
    </message>
    <message>
        <source>{url} wants a login, or another one ({reason}): choose a login stored in QGIS for this connection.</source>
        <translation>{url} meminta data masuk, atau data masuk yang lain ({reason}): pilih data masuk yang tersimpan di QGIS untuk koneksi ini.</translation>
    </message>
    <message>
        <source>{url} does not exist on its server (HTTP {status}: {reason}): check the address.</source>
        <translation>{url} tidak ada di servernya (HTTP {status}: {reason}): periksa alamatnya.</translation>
    </message>
    <message>
        <source>{url} is overloaded or being mended (HTTP {status}: {reason}): try again later.</source>
        <translation>{url} sedang kelebihan beban atau dalam perbaikan (HTTP {status}: {reason}): coba lagi nanti.</translation>
    </message>
    <message>
        <source>The server of {url} failed (HTTP {status}: {reason}): try again, and else tell whoever runs the service.</source>
        <translation>Server {url} mengalami kegagalan (HTTP {status}: {reason}): coba lagi, dan bila tetap gagal beri tahu pengelola layanan itu.</translation>
    </message>
    <message>
        <source>{url} refused the request (HTTP {status}: {reason}): check the address.</source>
        <translation>{url} menolak permintaan (HTTP {status}: {reason}): periksa alamatnya.</translation>
    </message>
    <message>
        <source>{url} answered with an error: “{reason}”; check the layer and the login, or tell whoever runs the service.</source>
        <translation>{url} menjawab dengan kesalahan: “{reason}”; periksa layer dan data masuknya, atau beri tahu pengelola layanan itu.</translation>
    </message>
    <message>
        <source>{url} does not speak the chosen protocol (it answered “{reason}”): check the address and the kind of service.</source>
        <translation>{url} tidak memakai protokol yang dipilih (jawabannya “{reason}”): periksa alamat dan jenis layanannya.</translation>
    </message>
    <message>
        <source>The answer of {url} ended too early or is damaged ({reason}): try again, with a smaller area or smaller pages.</source>
        <translation>Jawaban {url} terputus atau rusak ({reason}): coba lagi, dengan wilayah atau halaman yang lebih kecil.</translation>
    </message>
    <message>
        <source>The answer of {url} is larger than {megabytes} MB: choose a smaller area, or another address.</source>
        <translation>Jawaban {url} lebih besar dari {megabytes} MB: pilih wilayah yang lebih kecil, atau alamat lain.</translation>
    </message>
    <message>
        <source>{url} sends the same features again instead of the next ones: set the page size so large that one page holds all.</source>
        <translation>{url} mengirim fitur yang sama lagi, bukan fitur berikutnya: besarkan ukuran halaman sampai satu halaman memuat semuanya.</translation>
    </message>
    <message>
        <source>{url} has no layer “{layer}”: choose one of {layers}.</source>
        <translation>{url} tidak mempunyai layer “{layer}”: pilih salah satu dari {layers}.</translation>
    </message>
    <message>
        <source>{url} holds no features ({reason}): choose another file or layer.</source>
        <translation>{url} tidak berisi fitur ({reason}): pilih berkas atau layer lain.</translation>
    </message>
    <message>
        <source>{url}: {received} features of “{layer}” arrived, {announced} were announced, so nothing was taken over: try again, with another page size.</source>
        <translation>{url}: {received} fitur “{layer}” diterima, padahal {announced} diumumkan, sehingga tidak ada yang diambil: coba lagi, dengan ukuran halaman lain.</translation>
    </message>
    <message>
        <source>{input} holds {found}, but a table or points are due: choose another layer.</source>
        <translation>{input} berisi {found}, padahal yang diperlukan adalah tabel atau titik: pilih layer lain.</translation>
    </message>
    <message>
        <source>{input}: no field looks like coordinates; choose {lon} and {lat} among {fields}.</source>
        <translation>{input}: tidak ada kolom yang tampak seperti koordinat; pilih {lon} dan {lat} di antara {fields}.</translation>
    </message>
    <message>
        <source>{input}: “{value}” is no technology; give 4G, for example.</source>
        <translation>{input}: “{value}” bukan teknologi yang dikenal; isi misalnya 4G.</translation>
    </message>
    <message>
        <source>{input}: give name, kind and spellings in every row.</source>
        <translation>{input}: isi nama, jenis dan cara penulisan pada setiap baris.</translation>
    </message>
    <message>
        <source>{input}: “{value}” is no kind; write operator or owner.</source>
        <translation>{input}: “{value}” bukan jenis yang dikenal; tulis operator atau owner.</translation>
    </message>
    <message>
        <source>{n} rows: {clean} kept as they are, {repaired} repaired, {rejected} rejected.</source>
        <translation>{n} baris: {clean} dipertahankan apa adanya, {repaired} diperbaiki, {rejected} ditolak.</translation>
    </message>
    <message>
        <source>Marked in the field issue: {words}.</source>
        <translation>Ditandai pada kolom issue: {words}.</translation>
    </message>
    <message>
        <source>Rejected: {words}.</source>
        <translation>Ditolak: {words}.</translation>
    </message>
    <message>
        <source>{n} towers without a technology were assumed to have {technology}.</source>
        <translation>{n} menara tanpa teknologi diasumsikan memakai {technology}.</translation>
    </message>
    <message>
        <source>Coordinates from the field {field}.</source>
        <translation>Koordinat dari kolom {field}.</translation>
    </message>
    <message>
        <source>Coordinates from the fields {lon} (longitude) and {lat} (latitude).</source>
        <translation>Koordinat dari kolom {lon} (bujur) dan {lat} (lintang).</translation>
    </message>
    <message>
        <source>Operators and owners not known, kept as written: {words}.</source>
        <translation>Operator dan penyedia menara yang tidak dikenal, dibiarkan seperti tertulis: {words}.</translation>
    </message>
    <message>
        <source>Technologies not understood, kept as written: {words}.</source>
        <translation>Teknologi yang tidak dipahami, dibiarkan seperti tertulis: {words}.</translation>
    </message>
    <message>
        <source>Heights not understood, left empty: {words}.</source>
        <translation>Tinggi yang tidak dipahami, dikosongkan: {words}.</translation>
    </message>
    <message>
        <source>No row could be placed: are these the areas of this sheet?</source>
        <translation>Tidak satu baris pun dapat ditempatkan: benarkah ini wilayah tabel tersebut?</translation>
    </message>
    <message>
        <source>The row is empty.</source>
        <translation>Baris ini kosong.</translation>
    </message>
    <message>
        <source>A coordinate is missing.</source>
        <translation>Koordinat tidak lengkap.</translation>
    </message>
    <message>
        <source>A coordinate can&apos;t be read as a number or as degrees.</source>
        <translation>Koordinat tidak dapat dibaca sebagai angka atau derajat.</translation>
    </message>
    <message>
        <source>The place lies outside the areas and beyond the distance to neighbours, and nothing shows that another is meant.</source>
        <translation>Tempat ini berada di luar wilayah dan di luar batas jarak tetangga, dan tidak ada petunjuk bahwa tempat lain yang dimaksud.</translation>
    </message>
    <message>
        <source>The coordinates are no place on the globe, and no reading of them lies in the areas.</source>
        <translation>Koordinat bukan tempat di bumi, dan tidak satu pun pembacaannya berada di wilayah.</translation>
    </message>
    <message>
        <source>Surroundings of the areas (m)</source>
        <translation>Jarak sekitar wilayah (m)</translation>
    </message>
    <message>
        <source>Cells of the operator field that name an owner of towers: {n}.</source>
        <translation>Isian kolom operator seluler yang menyebut penyedia menara: {n}.</translation>
    </message>
    <message>
        <source>{layer}, open in QGIS, {time} UTC: {received} features.</source>
        <translation>{layer}, terbuka di QGIS, {time} UTC: {received} fitur.</translation>
    </message>
    <message>
        <source>Data sources, as printed (empty: where the layers came from)</source>
        <translation>Sumber data, seperti dicetak (kosong: asal layer-layernya)</translation>
    </message>
    <message>
        <source>{url} is, or leads to, something that is not on the web: give an address that begins with https:// or http://.</source>
        <translation>{url} bukan, atau tidak mengarah ke, alamat web: berikan alamat yang diawali https:// atau http://.</translation>
    </message>
    <message>
        <source>The answer of {url} came whole but cannot be read ({reason}): have it saved again, or leave out what is unusual in it, such as a text of more than 10 MB in one cell.</source>
        <translation>Jawaban {url} datang utuh tetapi tidak dapat dibaca ({reason}): minta disimpan ulang, atau tinggalkan yang tidak lazim di dalamnya, misalnya teks lebih dari 10 MB dalam satu sel.</translation>
    </message>
    <message>
        <source>The outline of {n} discs could not be put together from arcs: they were united as polygons, which takes longer.</source>
        <translation>Garis tepi {n} lingkaran tidak dapat disusun dari busur: lingkaran itu digabungkan sebagai poligon, yang lebih lama.</translation>
    </message>
    <message>
        <source>Radii</source>
        <translation>Radius layanan</translation>
    </message>
    <message>
        <source>More layers</source>
        <translation>Layer lainnya</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Dinilai menurut</translation>
    </message>
    <message>
        <source>Public Wi-Fi stands at the village office: it would hide what phones don&apos;t get</source>
        <translation>Wi-Fi publik berada di kantor desa: ia akan menutupi apa yang tidak diterima telepon seluler</translation>
    </message>
    <message>
        <source>Run the analysis</source>
        <translation>Jalankan analisis</translation>
    </message>
    <message>
        <source>Computes coverage, blank spots and the table of villages</source>
        <translation>Menghitung cakupan layanan, area blank spot, dan tabel desa/kelurahan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>ada yang belum lengkap</translation>
    </message>
    <message>
        <source>Choose the layer with the areas (villages).</source>
        <translation>Pilih layer yang berisi wilayah (desa/kelurahan).</translation>
    </message>
    <message>
        <source>Choose the layer with the towers.</source>
        <translation>Pilih layer yang berisi menara telekomunikasi.</translation>
    </message>
    <message>
        <source>Code field</source>
        <translation>Kolom kode</translation>
    </message>
    <message>
        <source>Name field</source>
        <translation>Kolom nama</translation>
    </message>
    <message>
        <source>Azimuth field</source>
        <translation>Kolom azimut</translation>
    </message>
    <message>
        <source>Beamwidth field</source>
        <translation>Kolom lebar berkas</translation>
    </message>
    <message>
        <source>Status field</source>
        <translation>Kolom status</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Jumlah penduduk</translation>
    </message>
    <message>
        <source>Official population field</source>
        <translation>Kolom jumlah penduduk resmi</translation>
    </message>
    <message>
        <source>Declared coverage</source>
        <translation>Cakupan layanan menurut data operator</translation>
    </message>
    <message>
        <source>A village is covered if at least {covered} % of its area is, blank if at least {blank} % of it is blank; else weak.</source>
        <translation>Desa/kelurahan terlayani bila sedikitnya {covered} % luasnya terlayani, blank spot bila sedikitnya {blank} % luasnya tidak terlayani; selain itu sinyal lemah.</translation>
    </message>
    <message>
        <source>A village is covered if at least {covered} % of its settlements are, blank if at least {blank} % of them are blank; else weak.</source>
        <translation>Desa/kelurahan terlayani bila sedikitnya {covered} % permukimannya terlayani, blank spot bila sedikitnya {blank} % permukimannya tidak terlayani; selain itu sinyal lemah.</translation>
    </message>
    <message>
        <source>A village is covered if at least {covered} % of its people are, blank if at least {blank} % of them are blank; else weak.</source>
        <translation>Desa/kelurahan terlayani bila sedikitnya {covered} % penduduknya terlayani, blank spot bila sedikitnya {blank} % penduduknya tidak terlayani; selain itu sinyal lemah.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>By the settlements where there is a layer of them, else by the village centre, else by the people, else by the area.</source>
        <translation>Menurut permukiman bila layernya ada, kalau tidak menurut kantor desa/lurah, kalau tidak menurut penduduk, kalau tidak menurut luas.</translation>
    </message>
    <message>
        <source>Share of the area</source>
        <translation>Bagian luas wilayah</translation>
    </message>
    <message>
        <source>Share of the settlements</source>
        <translation>Bagian permukiman</translation>
    </message>
    <message>
        <source>Share of the people</source>
        <translation>Bagian penduduk</translation>
    </message>
    <message>
        <source>Village centre</source>
        <translation>Kantor desa/lurah</translation>
    </message>
    <message>
        <source>A village is what the place of its office is: covered, weak or blank.</source>
        <translation>Status desa/kelurahan mengikuti tempat kantornya: terlayani, sinyal lemah, atau blank spot.</translation>
    </message>
    <message>
        <source>Distance to the nearest tower</source>
        <translation>Jarak ke menara terdekat</translation>
    </message>
    <message>
        <source>A village is blank if the nearest tower is {metres} m away or more.</source>
        <translation>Desa/kelurahan blank spot bila menara terdekat berjarak {metres} m atau lebih.</translation>
    </message>
    <message>
        <source>Say which layer holds the towers, and which the areas, first.</source>
        <translation>Tentukan dahulu layer mana yang berisi menara, dan mana yang berisi wilayah.</translation>
    </message>
    <message>
        <source>Towers, checked</source>
        <translation>Menara, sudah diperiksa</translation>
    </message>
    <message>
        <source>Blank spots</source>
        <translation>Area blank spot</translation>
    </message>
    <message>
        <source>Villages by status</source>
        <translation>Desa/kelurahan menurut status</translation>
    </message>
    <message>
        <source>1. Sources</source>
        <translation>1. Sumber</translation>
    </message>
    <message>
        <source>2. Layers</source>
        <translation>2. Layer</translation>
    </message>
    <message>
        <source>3. Analysis</source>
        <translation>3. Analisis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>4. Map and report</source>
        <translation>4. Peta dan laporan</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Perbarui</translation>
    </message>
    <message>
        <source>Pulls everything again, checks, analyses and prints, with the settings of last time</source>
        <translation>Menarik semua layer lagi, memeriksa, menganalisis dan mencetak, dengan pengaturan terakhir</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Try it with the sample</source>
        <translation>Coba dengan data contoh</translation>
    </message>
    <message>
        <source>Kabupaten Contoh is fictional: its villages, towers and Wi-Fi points are made up</source>
        <translation>Kabupaten Contoh adalah fiksi: desa, menara, dan titik Wi-Fi-nya rekaan</translation>
    </message>
    <message>
        <source>Begin with my own layers</source>
        <translation>Mulai dengan layer saya sendiri</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Fitur</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Pull again</source>
        <translation>Tarik lagi</translation>
    </message>
    <message>
        <source>Pulls the selected layers again, or all of them</source>
        <translation>Menarik lagi layer yang dipilih, atau semuanya</translation>
    </message>
    <message>
        <source>Check the towers</source>
        <translation>Periksa menara</translation>
    </message>
    <message>
        <source>Repairs and marks coordinates, names operators; what can&apos;t be decided is set aside</source>
        <translation>Memperbaiki dan menandai koordinat, menamai operator; yang tidak dapat diputuskan disisihkan</translation>
    </message>
    <message>
        <source>Show what is marked</source>
        <translation>Tampilkan yang ditandai</translation>
    </message>
    <message>
        <source>Selects the towers that were repaired or marked, on the map</source>
        <translation>Memilih pada peta menara yang diperbaiki atau ditandai</translation>
    </message>
    <message>
        <source>nothing pulled yet</source>
        <translation>belum ada yang ditarik</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} dari {all}</translation>
    </message>
    <message>
        <source>{count}, incomplete</source>
        <translation>{count}, tidak lengkap</translation>
    </message>
    <message>
        <source>What this layer is for</source>
        <translation>Kegunaan layer ini</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>lainnya</translation>
    </message>
    <message>
        <source>Towers, checked: {n}, of which {marked} are marked.</source>
        <translation>Menara yang diperiksa: {n}, di antaranya {marked} ditandai.</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} menit</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Gaya</translation>
    </message>
    <message>
        <source>Gives the layers of the result their usual look again</source>
        <translation>Mengembalikan tampilan lazim layer hasil</translation>
    </message>
    <message>
        <source>after the analysis</source>
        <translation>setelah analisis</translation>
    </message>
    <message>
        <source>The map sheet: {link}</source>
        <translation>Lembar peta: {link}</translation>
    </message>
    <message>
        <source>Blank Spot panel</source>
        <translation>Panel Blank Spot</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Atur ulang</translation>
    </message>
    <message>
        <source>Puts the usual radii back</source>
        <translation>Mengembalikan radius yang lazim</translation>
    </message>
    <message>
        <source>Keep as default</source>
        <translation>Simpan sebagai bawaan</translation>
    </message>
    <message>
        <source>Every new analysis begins with these radii</source>
        <translation>Setiap analisis baru dimulai dengan radius ini</translation>
    </message>
    <message>
        <source>It failed without a word; the log tells more.</source>
        <translation>Gagal tanpa keterangan; log memuat lebih banyak.</translation>
    </message>
    <message>
        <source>stored in QGIS</source>
        <translation>tersimpan di QGIS</translation>
    </message>
    <message>
        <source>untested preset</source>
        <translation>prasetel, belum diuji</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>no layers</source>
        <translation>tidak ada layer</translation>
    </message>
    <message>
        <source>areas (villages)</source>
        <translation>wilayah (desa/kelurahan)</translation>
    </message>
    <message>
        <source>towers</source>
        <translation>menara</translation>
    </message>
    <message>
        <source>public Wi-Fi</source>
        <translation>Wi-Fi publik</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>cakupan layanan</translation>
    </message>
    <message>
        <source>settlements</source>
        <translation>permukiman</translation>
    </message>
    <message>
        <source>population</source>
        <translation>penduduk</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>fasilitas umum</translation>
    </message>
    <message>
        <source>village centres</source>
        <translation>kantor desa/lurah</translation>
    </message>
    <message>
        <source>rivers, water</source>
        <translation>sungai, perairan</translation>
    </message>
    <message>
        <source>Filter sources and layers</source>
        <translation>Saring sumber dan layer</translation>
    </message>
    <message>
        <source>Shows the sources and layers whose name holds this</source>
        <translation>Menampilkan sumber dan layer yang namanya memuat ini</translation>
    </message>
    <message>
        <source>Pull the selected layers</source>
        <translation>Tarik layer yang dipilih</translation>
    </message>
    <message>
        <source>Fetches them whole into the workspace, counted and dated</source>
        <translation>Mengambilnya utuh ke ruang kerja, dihitung dan diberi tanggal</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Koneksi</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Tambah…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Ask again for its layers</source>
        <translation>Tanyakan lagi layernya</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>contoh</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>menanyakan…</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>tidak menjawab</translation>
    </message>
    <message>
        <source>Layers of {name}</source>
        <translation>Layer dari {name}</translation>
    </message>
    <message>
        <source>It answers: {n} layers.</source>
        <translation>Menjawab: {n} layer.</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Impor koneksi</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Koneksi (*.json)</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Ekspor koneksi</translation>
    </message>
    <message>
        <source>Nothing more can be written into {folder} ({reason}): make room on that disk and pull again.</source>
        <translation>Tidak ada lagi yang dapat ditulis ke {folder} ({reason}): kosongkan ruang pada disk itu lalu tarik lagi.</translation>
    </message>
    <message>
        <source>Pull the layers of your regency, run the analysis, and print where the signal is missing: four steps, in any order.</source>
        <translation>Tarik layer kabupaten Anda, jalankan analisis, lalu cetak di mana sinyal tidak ada: empat langkah, dalam urutan apa pun.</translation>
    </message>
    <message>
        <source>Where is the blank spot?</source>
        <translation>Di mana blank spot?</translation>
    </message>
    <message>
        <source>This is no file of connections that Blank Spot exported ({reason}): choose another, or have it exported again.</source>
        <translation>Ini bukan berkas koneksi yang diekspor Blank Spot ({reason}): pilih yang lain, atau mintalah diekspor lagi.</translation>
    </message>
    <message>
        <source>The setting {name} cannot be read ({reason}) and counts as not set.</source>
        <translation>Pengaturan {name} tidak dapat dibaca ({reason}) dan dianggap belum diisi.</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Ubah koneksi</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Tambah koneksi</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Menghubungi layanan…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>Allow plain HTTP</source>
        <translation>Izinkan HTTP biasa</translation>
    </message>
    <message>
        <source>Where an encrypted address leads to a plain one; others can then read what is sent</source>
        <translation>Bila alamat terenkripsi mengarah ke alamat tanpa enkripsi; pihak lain dapat membaca yang dikirim</translation>
    </message>
    <message>
        <source>Chooses a file on this computer</source>
        <translation>Memilih berkas di komputer ini</translation>
    </message>
    <message>
        <source>JSON made by hand</source>
        <translation>JSON buatan sendiri</translation>
    </message>
    <message>
        <source>What is where in an answer that follows no standard</source>
        <translation>Letak data dalam jawaban yang tidak mengikuti standar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Uji</translation>
    </message>
    <message>
        <source>Asks the service for its layers</source>
        <translation>Meminta daftar layer dari layanan</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>What the connection is called in the list</source>
        <translation>Nama koneksi dalam daftar</translation>
    </message>
    <message>
        <source>As the browser shows it, or the path of a file</source>
        <translation>Seperti di peramban, atau letak suatu berkas</translation>
    </message>
    <message>
        <source>Recognised by the address; change it where that is wrong</source>
        <translation>Dikenali dari alamat; ubah bila keliru</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>A login stored in QGIS; exported connections don&apos;t hold it</source>
        <translation>Login yang tersimpan di QGIS; tidak ikut dalam koneksi yang diekspor</translation>
    </message>
    <message>
        <source>Features per request</source>
        <translation>Fitur per permintaan</translation>
    </message>
    <message>
        <source>Smaller for a server that answers slowly or cuts its answers</source>
        <translation>Perkecil bila server lambat atau memotong jawabannya</translation>
    </message>
    <message>
        <source>Path to the records</source>
        <translation>Letak daftar data</translation>
    </message>
    <message>
        <source>Field of the longitude</source>
        <translation>Kolom bujur</translation>
    </message>
    <message>
        <source>Field of the latitude</source>
        <translation>Kolom lintang</translation>
    </message>
    <message>
        <source>Field of a geometry</source>
        <translation>Kolom geometri</translation>
    </message>
    <message>
        <source>CRS of the geometry</source>
        <translation>CRS geometri</translation>
    </message>
    <message>
        <source>Path to the number of records</source>
        <translation>Letak jumlah data</translation>
    </message>
    <message>
        <source>Path to the next address</source>
        <translation>Letak alamat berikutnya</translation>
    </message>
    <message>
        <source>Parameter for the page</source>
        <translation>Parameter halaman</translation>
    </message>
    <message>
        <source>Parameter for the page size</source>
        <translation>Parameter ukuran halaman</translation>
    </message>
    <message>
        <source>Number of the first page</source>
        <translation>Nomor halaman pertama</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Ditulis: {path}</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Instansi</translation>
    </message>
    <message>
        <source>Signatories</source>
        <translation>Penanda tangan</translation>
    </message>
    <message>
        <source>Default radii</source>
        <translation>Radius layanan bawaan</translation>
    </message>
    <message>
        <source>Data and network</source>
        <translation>Data dan jaringan</translation>
    </message>
    <message>
        <source>Images (*.svg *.png *.jpg *.jpeg)</source>
        <translation>Gambar (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Workspace folder</source>
        <translation>Folder kerja</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>di samping proyek</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Pangkat</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Who signs the sheets, in this order</source>
        <translation>Yang menandatangani lembar peta, menurut urutan ini</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Adds a signatory</source>
        <translation>Menambah penanda tangan</translation>
    </message>
    <message>
        <source>Removes the selected signatories</source>
        <translation>Menghapus penanda tangan yang dipilih</translation>
    </message>
    <message>
        <source>How far sites reach where an analysis says nothing else. A technology without a row keeps the usual radii.</source>
        <translation>Jangkauan menara bila analisis tidak menyebut yang lain. Teknologi tanpa baris tetap memakai radius yang lazim.</translation>
    </message>
    <message>
        <source>Proxy, certificates, time-outs and logins are those of QGIS: see Network and Authentication in these options.</source>
        <translation>Proksi, sertifikat, batas waktu, dan login memakai pengaturan QGIS: lihat Jaringan dan Autentikasi di opsi ini.</translation>
    </message>
    <message>
        <source>Name of the office, as its letterhead has it</source>
        <translation>Nama instansi, seperti pada kop suratnya</translation>
    </message>
    <message>
        <source>Regency</source>
        <translation>Kabupaten/kota</translation>
    </message>
    <message>
        <source>Name of the regency or city</source>
        <translation>Nama kabupaten atau kota</translation>
    </message>
    <message>
        <source>Address of the office, on one line</source>
        <translation>Alamat instansi, dalam satu baris</translation>
    </message>
    <message>
        <source>Image for the sheets: SVG, PNG or JPEG</source>
        <translation>Gambar untuk lembar peta: SVG, PNG, atau JPEG</translation>
    </message>
    <message>
        <source>Word for village</source>
        <translation>Sebutan desa</translation>
    </message>
    <message>
        <source>What a village is called in this regency</source>
        <translation>Sebutan untuk desa di kabupaten ini</translation>
    </message>
    <message>
        <source>Where what is pulled is kept; empty: beside the project</source>
        <translation>Tempat menyimpan data yang ditarik; kosong: di samping proyek</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>dari {n}</translation>
    </message>
    <message>
        <source>Villages not known</source>
        <translation>Desa/kelurahan tidak diketahui</translation>
    </message>
    <message>
        <source>People in blank spots</source>
        <translation>Jiwa di area blank spot</translation>
    </message>
    <message>
        <source>{percent} % of {total}</source>
        <translation>{percent} % dari {total}</translation>
    </message>
    <message>
        <source>Who live where there is no signal, in villages of any status</source>
        <translation>Penduduk yang tinggal di tempat tanpa sinyal, di desa/kelurahan berstatus apa pun</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Settlement area covered</source>
        <translation>Luas permukiman terlayani</translation>
    </message>
    <message>
        <source>of {n} km²</source>
        <translation>dari {n} km²</translation>
    </message>
    <message>
        <source>The part of all settlement area that has a good signal</source>
        <translation>Bagian seluruh luas permukiman yang terlayani sinyal yang baik</translation>
    </message>
    <message>
        <source>{km2} km²</source>
        <translation>{km2} km²</translation>
    </message>
    <message>
        <source>Area blank</source>
        <translation>Luas blank spot</translation>
    </message>
    <message>
        <source>{percent} % of {total} km²</source>
        <translation>{percent} % dari {total} km²</translation>
    </message>
    <message>
        <source>Most of it may be forest: the villages and their people count for more</source>
        <translation>Sebagian besar mungkin hutan: desa/kelurahan dan penduduknya lebih menentukan</translation>
    </message>
    <message>
        <source>Status by phone signal</source>
        <translation>Status menurut sinyal seluler</translation>
    </message>
    <message>
        <source>The status without Wi-Fi</source>
        <translation>Status tanpa Wi-Fi</translation>
    </message>
    <message>
        <source>Settlement covered (%)</source>
        <translation>Permukiman terlayani (%)</translation>
    </message>
    <message>
        <source>The part of its settlement area that has a good signal</source>
        <translation>Bagian luas permukimannya yang terlayani sinyal yang baik</translation>
    </message>
    <message>
        <source>Who live where there is no signal</source>
        <translation>Penduduk yang tinggal di tempat tanpa sinyal</translation>
    </message>
    <message>
        <source>People in blank spots (%)</source>
        <translation>Jiwa di area blank spot (%)</translation>
    </message>
    <message>
        <source>Who live where there is no signal, of all its people</source>
        <translation>Penduduk yang tinggal di tempat tanpa sinyal, dari seluruh penduduknya</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Jumlah penduduk</translation>
    </message>
    <message>
        <source>All people of the village</source>
        <translation>Seluruh penduduk desa/kelurahan (jiwa)</translation>
    </message>
    <message>
        <source>Facilities in blank spots</source>
        <translation>Fasilitas umum di area blank spot</translation>
    </message>
    <message>
        <source>Schools, health posts and the like without a signal</source>
        <translation>Sekolah, puskesmas, dan sejenisnya yang tanpa sinyal</translation>
    </message>
    <message>
        <source>Nearest tower (m)</source>
        <translation>Menara terdekat (m)</translation>
    </message>
    <message>
        <source>Distance to the nearest tower in metres</source>
        <translation>Jarak ke menara terdekat dalam meter</translation>
    </message>
    <message>
        <source>Base stations in the village</source>
        <translation>BTS di desa/kelurahan ini</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operator seluler</translation>
    </message>
    <message>
        <source>Operators whose signal reaches the village</source>
        <translation>Operator seluler yang sinyalnya menjangkau desa/kelurahan ini</translation>
    </message>
    <message>
        <source>Wi-Fi points active</source>
        <translation>Titik Wi-Fi publik aktif</translation>
    </message>
    <message>
        <source>Public Wi-Fi points that work</source>
        <translation>Titik Wi-Fi publik yang berfungsi</translation>
    </message>
    <message>
        <source>Wi-Fi points</source>
        <translation>Titik Wi-Fi publik</translation>
    </message>
    <message>
        <source>All public Wi-Fi points</source>
        <translation>Semua titik Wi-Fi publik</translation>
    </message>
    <message>
        <source>Area blank (%)</source>
        <translation>Luas blank spot (%)</translation>
    </message>
    <message>
        <source>The part of its area without a signal</source>
        <translation>Bagian luas wilayahnya yang tanpa sinyal</translation>
    </message>
    <message>
        <source>Area (km²)</source>
        <translation>Luas (km²)</translation>
    </message>
    <message>
        <source>Area of the village</source>
        <translation>Luas desa/kelurahan</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>The kecamatan it belongs to</source>
        <translation>Kecamatan tempat desa/kelurahan ini berada</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>Name of the village</source>
        <translation>Nama desa/kelurahan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status under the definition above</source>
        <translation>Status menurut definisi operasional di atas</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Code of the village</source>
        <translation>Kode desa/kelurahan</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Villages whose status is not known</source>
        <translation>Desa/kelurahan yang statusnya tidak diketahui</translation>
    </message>
    <message>
        <source>Code of the kecamatan</source>
        <translation>Kode kecamatan</translation>
    </message>
    <message>
        <source>Name of the kecamatan</source>
        <translation>Nama kecamatan</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Blank spot</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Sinyal lemah</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Desa/kelurahan</translation>
    </message>
    <message>
        <source>All its villages</source>
        <translation>Semua desa/kelurahannya</translation>
    </message>
    <message>
        <source>Villages blank (%)</source>
        <translation>Desa/kelurahan blank spot (%)</translation>
    </message>
    <message>
        <source>Of all its villages</source>
        <translation>Dari semua desa/kelurahannya</translation>
    </message>
    <message>
        <source>Without kecamatan</source>
        <translation>Tanpa kecamatan</translation>
    </message>
    <message>
        <source>used here</source>
        <translation>dipakai di sini</translation>
    </message>
    <message>
        <source>What a village is judged by</source>
        <translation>Dasar penilaian desa/kelurahan</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>The one the status in the other tables rests on</source>
        <translation>Definisi operasional yang mendasari status pada tabel lain</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>What has become of it</source>
        <translation>Apa yang berubah padanya</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Status before</source>
        <translation>Status sebelumnya</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Status now</source>
        <translation>Status sekarang</translation>
    </message>
    <message>
        <source>New blank spot</source>
        <translation>Blank spot baru</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Teratasi</translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation>Melemah</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Membaik</translation>
    </message>
    <message>
        <source>Still blank</source>
        <translation>Tetap blank spot</translation>
    </message>
    <message>
        <source>Note: the definition was another one before: {definition}</source>
        <translation>Catatan: definisi operasional sebelumnya berbeda: {definition}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>{n} villages could not be compared, {gone} are no longer there.</source>
        <translation>{n} desa/kelurahan tidak dapat dibandingkan, {gone} sudah tidak tercantum.</translation>
    </message>
    <message>
        <source>Search name, code or status</source>
        <translation>Cari nama, kode, atau status</translation>
    </message>
    <message>
        <source>Shows the villages in which all these words are found</source>
        <translation>Menampilkan desa/kelurahan yang memuat semua kata ini</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>Salin ke papan klip</translation>
    </message>
    <message>
        <source>Copies the table shown, to be pasted into a spreadsheet</source>
        <translation>Menyalin tabel yang tampil, untuk ditempel ke lembar kerja</translation>
    </message>
    <message>
        <source>Saves the table shown as a spreadsheet or as CSV</source>
        <translation>Menyimpan tabel yang tampil sebagai lembar kerja atau CSV</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): close it where it is open, or choose another place.</source>
        <translation>{path} tidak dapat ditulis ({reason}): tutup berkas itu di program yang membukanya, atau pilih tempat lain.</translation>
    </message>
    <message>
        <source>blank-spot-villages.xlsx</source>
        <translation>desa-blank-spot.xlsx</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Lembar kerja (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV, with semicolons (*.csv)</source>
        <translation>CSV dengan titik koma (*.csv)</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Ekspor tabel</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Wi-Fi counts.</source>
        <translation>Wi-Fi dihitung.</translation>
    </message>
    <message>
        <source>Computed {time}</source>
        <translation>Dihitung {time}</translation>
    </message>
    <message>
        <source>Status of the villages per kecamatan</source>
        <translation>Status desa/kelurahan per kecamatan</translation>
    </message>
    <message>
        <source>Perhaps not all of them.</source>
        <translation>Mungkin belum semuanya.</translation>
    </message>
    <message>
        <source>A password in an address can be read by anybody: keep it in a login of QGIS, and choose that below.</source>
        <translation>Kata sandi di dalam alamat dapat dibaca siapa saja: simpan sebagai data masuk QGIS, lalu pilih di bawah.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Luas wilayah</translation>
    </message>
    <message>
        <source>Nearest tower</source>
        <translation>Menara terdekat</translation>
    </message>
    <message>
        <source>{definition} + Wi-Fi</source>
        <translation>{definition} + Wi-Fi</translation>
    </message>
    <message>
        <source>OUTPUT and URL are the same file, {path}: choose another output, so that the source stays as it is.</source>
        <translation>OUTPUT dan URL adalah berkas yang sama, {path}: pilih keluaran lain, agar sumbernya tetap seperti semula.</translation>
    </message>
    <message>
        <source>There are several layers called “{layer}”: give one of them another name.</source>
        <translation>Ada beberapa layer bernama “{layer}”: beri salah satunya nama lain.</translation>
    </message>
    <message>
        <source>The layer holds points, lines or areas in one table, which only a GeoPackage can: choose an output whose name ends in .gpkg.</source>
        <translation>Layer ini berisi titik, garis atau area dalam satu tabel, yang hanya dapat disimpan GeoPackage: pilih keluaran yang namanya berakhiran .gpkg.</translation>
    </message>
    <message>
        <source>The coordinates can&apos;t be what was declared; they were taken as {crs}.</source>
        <translation>Koordinatnya tidak mungkin seperti yang dinyatakan; dianggap sebagai {crs}.</translation>
    </message>
    <message>
        <source>{share} % of the features lie elsewhere than the service, or the extent, says: look at them on the map before you use them.</source>
        <translation>{share} % fitur berada di tempat lain dari yang dinyatakan layanan, atau dari wilayah yang diminta: lihat di peta sebelum dipakai.</translation>
    </message>
    <message>
        <source>Exactly {n} features came, and the service doesn&apos;t say how many there are: it may hold more.</source>
        <translation>Tepat {n} fitur diterima, dan layanan tidak menyebutkan jumlah seluruhnya: mungkin masih ada yang lain.</translation>
    </message>
    <message>
        <source>The geometries of {n} features can&apos;t be read: they came without one.</source>
        <translation>Geometri {n} fitur tidak dapat dibaca: fitur itu datang tanpa geometri.</translation>
    </message>
    <message>
        <source>{n} of them lie in the extent and fulfil the filter, and were kept.</source>
        <translation>{n} di antaranya berada di wilayah itu dan memenuhi saringan, dan disimpan.</translation>
    </message>
    <message>
        <source>The coordinates of {url} are no degrees ({reason}), and nothing tells their reference system: have it saved again with one, or in longitude and latitude.</source>
        <translation>Koordinat {url} bukan derajat ({reason}), dan tidak ada yang menyebutkan sistem referensinya: minta disimpan ulang dengan sistem referensi, atau dalam bujur dan lintang.</translation>
    </message>
    <message>
        <source>pulled: {n}</source>
        <translation>ditarik: {n}</translation>
    </message>
    <message>
        <source>connections of your own: {n}</source>
        <translation>koneksi milik Anda: {n}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Take the settings of the chosen layer</source>
        <translation>Ambil pengaturan layer yang dipilih</translation>
    </message>
    <message>
        <source>Copy the model to my models</source>
        <translation>Salin model ke model saya</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Tarik</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analisis</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Salin diagnostik</translation>
    </message>
    <message>
        <source>About Blank Spot</source>
        <translation>Tentang Blank Spot</translation>
    </message>
    <message>
        <source>Choose a layer of an analysis first: its settings are kept in it.</source>
        <translation>Pilih dahulu layer hasil analisis: pengaturannya tersimpan di dalamnya.</translation>
    </message>
    <message>
        <source>{path} could not be written: check that you may write there.</source>
        <translation>{path} tidak dapat ditulis: periksa apakah Anda boleh menulis di sana.</translation>
    </message>
    <message>
        <source>Copied: versions, settings and the last log.</source>
        <translation>Disalin: versi, pengaturan dan log terakhir.</translation>
    </message>
    <message>
        <source>Blank Spot {version}

Finds where a regency has no signal, proves it, and prints it. Free software under the GNU GPL, version 2 or later.

The radii, the definitions and the sample are explained in the help pages.</source>
        <translation>Blank Spot {version}

Menemukan di mana sebuah kabupaten tidak bersinyal, membuktikannya, dan mencetaknya. Perangkat lunak bebas dengan GNU GPL, versi 2 atau yang lebih baru.

Radius layanan, definisi operasional dan data contoh dijelaskan pada halaman bantuan.</translation>
    </message>
    <message>
        <source>Nothing says in which reference system the coordinates are: set it first.</source>
        <translation>Tidak ada keterangan sistem referensi koordinatnya: tetapkan dahulu.</translation>
    </message>
    <message>
        <source>A coordinate is zero, which stands for one that is missing.</source>
        <translation>Salah satu koordinat bernilai nol, yang berarti koordinat itu tidak terisi.</translation>
    </message>
    <message>
        <source>Several readings of the coordinates are as likely, at different places.</source>
        <translation>Ada beberapa pembacaan koordinat yang sama mungkinnya, di tempat yang berbeda.</translation>
    </message>
    <message>
        <source>What is pulled again takes the place of the old; a snapshot stays, to compare with</source>
        <translation>Yang ditarik lagi menggantikan yang lama; potret data tetap disimpan sebagai pembanding</translation>
    </message>
    <message>
        <source>Keep layers of which some is missing</source>
        <translation>Simpan juga layer yang tidak lengkap</translation>
    </message>
    <message>
        <source>They are marked incomplete, here and on the map sheet</source>
        <translation>Ditandai tidak lengkap, di sini dan pada lembar peta</translation>
    </message>
    <message>
        <source>The own style {file} can&apos;t be used ({reason}): save it again from QGIS. The usual style is shown.</source>
        <translation>Gaya sendiri {file} tidak dapat dipakai ({reason}): simpan lagi dari QGIS. Gaya bawaan yang ditampilkan.</translation>
    </message>
    <message>
        <source>it holds no style of a raster</source>
        <translation>tidak berisi gaya untuk raster</translation>
    </message>
    <message>
        <source>it holds no style of features</source>
        <translation>tidak berisi gaya untuk fitur</translation>
    </message>
    <message>
        <source>The own style {file} asks for fields that {layer} does not have ({fields}): the usual style is shown.</source>
        <translation>Gaya sendiri {file} membutuhkan kolom yang tidak dimiliki {layer} ({fields}): gaya bawaan yang ditampilkan.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Method and sources</source>
        <translation>Metode dan sumber data</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Daftar isi</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Mengetahui,</translation>
    </message>
    <message>
        <source>NIP {number}</source>
        <translation>NIP {number}</translation>
    </message>
    <message>
        <source>The table of villages does not tell its definition.</source>
        <translation>Tabel desa/kelurahan tidak mencatat definisi operasionalnya.</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Data yang dibaca</translation>
    </message>
    <message>
        <source>The table of villages does not tell what it was made from.</source>
        <translation>Tabel desa/kelurahan tidak mencatat data asalnya.</translation>
    </message>
    <message>
        <source>Service radii</source>
        <translation>Radius layanan</translation>
    </message>
    <message>
        <source>No radius was used: coverage was given as polygons.</source>
        <translation>Tidak ada radius yang dipakai: cakupan layanan diberikan sebagai poligon.</translation>
    </message>
    <message>
        <source>No layer tells where it was pulled from; see the words on the sources above.</source>
        <translation>Tidak ada layer yang mencatat asal pengambilannya; lihat keterangan sumber data di atas.</translation>
    </message>
    <message>
        <source>No layer tells where it was pulled from: they were files or open layers.</source>
        <translation>Tidak ada layer yang mencatat asal pengambilannya: datanya berupa berkas atau layer yang terbuka.</translation>
    </message>
    <message>
        <source>Villages by kecamatan</source>
        <translation>Desa/kelurahan per kecamatan</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Villages by definition</source>
        <translation>Desa/kelurahan menurut definisi operasional</translation>
    </message>
    <message>
        <source>No summary of the definitions was given.</source>
        <translation>Ringkasan menurut definisi operasional tidak diberikan.</translation>
    </message>
    <message>
        <source>How many villages are blank depends on what a village is judged by.</source>
        <translation>Jumlah desa/kelurahan blank spot bergantung pada definisi operasional yang dipakai.</translation>
    </message>
    <message>
        <source>The table of villages is empty.</source>
        <translation>Tabel desa/kelurahan kosong.</translation>
    </message>
    <message>
        <source>The spreadsheet has further columns: {columns}.</source>
        <translation>Lembar kerja memuat kolom lain: {columns}.</translation>
    </message>
    <message>
        <source>No facilities were given.</source>
        <translation>Data fasilitas umum tidak diberikan.</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>Fasilitas umum</translation>
    </message>
    <message>
        <source>No facility lies in a blank spot.</source>
        <translation>Tidak ada fasilitas umum di area blank spot.</translation>
    </message>
    <message>
        <source>There is no facility in the villages.</source>
        <translation>Tidak ada fasilitas umum di desa/kelurahan.</translation>
    </message>
    <message>
        <source>Facilities without a signal, one by one</source>
        <translation>Daftar fasilitas umum tanpa sinyal</translation>
    </message>
    <message>
        <source>Without a signal</source>
        <translation>Tanpa sinyal</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>There is no earlier result to compare with.</source>
        <translation>Tidak ada hasil sebelumnya untuk dibandingkan.</translation>
    </message>
    <message>
        <source>No village has changed its status, and none is blank.</source>
        <translation>Tidak ada desa/kelurahan yang berubah statusnya, dan tidak ada yang blank spot.</translation>
    </message>
    <message>
        <source>Blank spot areas</source>
        <translation>Area blank spot</translation>
    </message>
    <message>
        <source>Weak signal areas</source>
        <translation>Area sinyal lemah</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Fasilitas umum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Counted on the layers as drawn, {here} facilities lie in blank spots; the table of villages was computed from exact circles.</source>
        <translation>Menurut layer yang digambar, {here} fasilitas umum berada di area blank spot; tabel desa/kelurahan dihitung dari lingkaran yang persis.</translation>
    </message>
    <message>
        <source>No kind given</source>
        <translation>Jenis tidak disebut</translation>
    </message>
    <message>
        <source>In blank spots</source>
        <translation>Di area blank spot</translation>
    </message>
    <message>
        <source>The table of villages does not count facilities.</source>
        <translation>Tabel desa/kelurahan tidak menghitung fasilitas umum.</translation>
    </message>
    <message>
        <source>{blank} of {all} facilities lie in blank spots.</source>
        <translation>{blank} dari {all} fasilitas umum berada di area blank spot.</translation>
    </message>
    <message>
        <source>No village has a shape: there are no profiles.</source>
        <translation>Tidak ada desa/kelurahan yang mempunyai geometri: profil tidak dibuat.</translation>
    </message>
    <message>
        <source>The map in the PDF has no position on the ground: this GDAL cannot write it.</source>
        <translation>Peta dalam PDF tidak mempunyai posisi geografis: GDAL ini tidak dapat menuliskannya.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Ambang batas</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Luas</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Batas wilayah</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber data</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Dibuat dengan</translation>
    </message>
    <message>
        <source>The table of villages does not tell whether Wi-Fi counts.</source>
        <translation>Tabel desa/kelurahan tidak mencatat apakah Wi-Fi dihitung.</translation>
    </message>
    <message>
        <source>Active public Wi-Fi counts as coverage in the status of a village.</source>
        <translation>Wi-Fi publik yang aktif dihitung sebagai layanan dalam status desa/kelurahan.</translation>
    </message>
    <message>
        <source>Public Wi-Fi does not count: the status is that of the mobile signal alone.</source>
        <translation>Wi-Fi publik tidak dihitung: status hanya berdasarkan sinyal seluler.</translation>
    </message>
    <message>
        <source>Covered from {covered} % covered, blank from {blank} % blank; by distance, blank from {metres} m to the nearest tower.</source>
        <translation>Terlayani mulai {covered} % terlayani, blank spot mulai {blank} % tidak terlayani; menurut jarak, blank spot mulai {metres} m dari menara terdekat.</translation>
    </message>
    <message>
        <source>Covered: within the first radius of a site or in declared coverage. Weak: within the outer radius only, or served by older technologies alone. Blank: neither. Coverage by radius is predicted, not measured.</source>
        <translation>Terlayani: di dalam radius pertama BTS atau di dalam cakupan menurut data operator. Sinyal lemah: hanya di dalam radius luar, atau hanya dilayani teknologi lama. Blank spot: tidak keduanya. Cakupan menurut radius adalah hasil prediksi, bukan hasil pengukuran.</translation>
    </message>
    <message>
        <source>Official figures, shared out by the population raster.</source>
        <translation>Data resmi, disebar menurut raster penduduk.</translation>
    </message>
    <message>
        <source>Official figures, shared out by the population points.</source>
        <translation>Data resmi, disebar menurut titik penduduk.</translation>
    </message>
    <message>
        <source>Official figures, shared out over the settlements.</source>
        <translation>Data resmi, disebar menurut permukiman.</translation>
    </message>
    <message>
        <source>Official figures, shared out evenly over the area.</source>
        <translation>Data resmi, disebar merata di seluruh wilayah.</translation>
    </message>
    <message>
        <source>From the population raster.</source>
        <translation>Dari raster penduduk.</translation>
    </message>
    <message>
        <source>From the population points.</source>
        <translation>Dari titik penduduk.</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>Blank Spot {version}, a plugin of QGIS</source>
        <translation>Blank Spot {version}, plugin QGIS</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>open in QGIS</source>
        <translation>terbuka di QGIS</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>Diumumkan</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Lengkap</translation>
    </message>
    <message>
        <source>INCOMPLETE</source>
        <translation>TIDAK LENGKAP</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>belum terbukti</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Diperbaiki</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dilewatkan</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Halaman {page} dari {pages}</translation>
    </message>
    <message>
        <source>No change of status, or not comparable.</source>
        <translation>Status tidak berubah, atau tidak dapat dibandingkan.</translation>
    </message>
    <message>
        <source>{change}: {before} before, {after} now.</source>
        <translation>{change}: semula {before}, kini {after}.</translation>
    </message>
    <message>
        <source>Village profiles</source>
        <translation>Profil desa/kelurahan</translation>
    </message>
    <message>
        <source>Village profile</source>
        <translation>Profil desa/kelurahan</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Status under each definition</source>
        <translation>Status menurut definisi operasional</translation>
    </message>
    <message>
        <source>By the mobile signal alone, without Wi-Fi.</source>
        <translation>Berdasarkan sinyal seluler saja, tanpa Wi-Fi.</translation>
    </message>
    <message>
        <source>Kecamatan {name}</source>
        <translation>Kecamatan {name}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Kode {code}</translation>
    </message>
    <message>
        <source>{definition} (used here)</source>
        <translation>{definition} (dipakai di sini)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Nama wilayah</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Dibuat pada</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Butir</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Definition and sources</source>
        <translation>Definisi dan sumber data</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} dari {whole}</translation>
    </message>
    <message>
        <source>{n} km²</source>
        <translation>{n} km²</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>Settlement covered</source>
        <translation>Permukiman terlayani</translation>
    </message>
    <message>
        <source>Distance taken from</source>
        <translation>Jarak diukur dari</translation>
    </message>
    <message>
        <source>Towers in the village</source>
        <translation>Menara di desa/kelurahan</translation>
    </message>
    <message>
        <source>Operators that reach it</source>
        <translation>Operator seluler yang menjangkau</translation>
    </message>
    <message>
        <source>Wi-Fi programme</source>
        <translation>Program Wi-Fi</translation>
    </message>
    <message>
        <source>village centre</source>
        <translation>kantor desa/lurah</translation>
    </message>
    <message>
        <source>largest settlement</source>
        <translation>permukiman terluas</translation>
    </message>
    <message>
        <source>a point in the village</source>
        <translation>satu titik di desa/kelurahan</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktif</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>terpasang</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>direncanakan</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Proposal points</source>
        <translation>Titik usulan</translation>
    </message>
    <message>
        <source>Proposal point, rank 1 to {n}</source>
        <translation>Titik usulan, peringkat 1 sampai {n}</translation>
    </message>
    <message>
        <source>Proposal point, up to rank {n}</source>
        <translation>Titik usulan, sampai peringkat {n}</translation>
    </message>
    <message>
        <source>Proposal point, beyond rank {n}</source>
        <translation>Titik usulan, di atas peringkat {n}</translation>
    </message>
    <message>
        <source>Proposed already in an earlier year</source>
        <translation>Sudah diusulkan pada tahun sebelumnya</translation>
    </message>
    <message>
        <source>Proposal point</source>
        <translation>Titik usulan</translation>
    </message>
    <message>
        <source>Change of the blank spots</source>
        <translation>Perubahan blank spot</translation>
    </message>
    <message>
        <source>Persistent blank spot</source>
        <translation>Blank spot tetap</translation>
    </message>
    <message>
        <source>Blank spot resolved</source>
        <translation>Blank spot teratasi</translation>
    </message>
    <message>
        <source>No blank spot before or after, or not known</source>
        <translation>Tidak ada blank spot sebelum dan sesudahnya, atau tidak diketahui</translation>
    </message>
    <message>
        <source>Predicted signal level (RSRP)</source>
        <translation>Kuat sinyal hasil prediksi (RSRP)</translation>
    </message>
    <message>
        <source>Predicted, covered: {n} dBm or better</source>
        <translation>Hasil prediksi, terlayani: {n} dBm atau lebih kuat</translation>
    </message>
    <message>
        <source>Predicted, weak: down to {n} dBm</source>
        <translation>Hasil prediksi, sinyal lemah: sampai {n} dBm</translation>
    </message>
    <message>
        <source>Predicted, blank spot: below {n} dBm</source>
        <translation>Hasil prediksi, blank spot: di bawah {n} dBm</translation>
    </message>
    <message>
        <source>Measured signal level</source>
        <translation>Kuat sinyal hasil pengukuran</translation>
    </message>
    <message>
        <source>Measured, covered: {n} dBm or better</source>
        <translation>Hasil pengukuran, terlayani: {n} dBm atau lebih kuat</translation>
    </message>
    <message>
        <source>Measured, weak: down to {n} dBm</source>
        <translation>Hasil pengukuran, sinyal lemah: sampai {n} dBm</translation>
    </message>
    <message>
        <source>Measured, blank spot: below {n} dBm</source>
        <translation>Hasil pengukuran, blank spot: di bawah {n} dBm</translation>
    </message>
    <message>
        <source>Measured, level not known</source>
        <translation>Hasil pengukuran, kuat sinyal tidak diketahui</translation>
    </message>
    <message>
        <source>Health facility</source>
        <translation>Fasilitas kesehatan</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Government office</source>
        <translation>Kantor pemerintah</translation>
    </message>
    <message>
        <source>Other facility</source>
        <translation>Fasilitas umum lainnya</translation>
    </message>
    <message>
        <source>BTS 5G, direction and beam of a sector</source>
        <translation>BTS 5G, arah dan lebar pancaran sektor</translation>
    </message>
    <message>
        <source>BTS 4G, direction and beam of a sector</source>
        <translation>BTS 4G, arah dan lebar pancaran sektor</translation>
    </message>
    <message>
        <source>BTS 3G, direction and beam of a sector</source>
        <translation>BTS 3G, arah dan lebar pancaran sektor</translation>
    </message>
    <message>
        <source>BTS 2G, direction and beam of a sector</source>
        <translation>BTS 2G, arah dan lebar pancaran sektor</translation>
    </message>
    <message>
        <source>BTS, technology not stated, direction and beam</source>
        <translation>BTS, teknologi tidak disebutkan, arah dan lebar pancaran</translation>
    </message>
    <message>
        <source>Weak signal as declared by the operator</source>
        <translation>Sinyal lemah menurut data operator</translation>
    </message>
    <message>
        <source>Covered as declared by the operator</source>
        <translation>Terlayani menurut data operator</translation>
    </message>
    <message>
        <source>Weak mobile signal, predicted</source>
        <translation>Sinyal lemah (seluler), hasil prediksi</translation>
    </message>
    <message>
        <source>Covered by mobile signal, predicted</source>
        <translation>Terlayani sinyal seluler, hasil prediksi</translation>
    </message>
    <message>
        <source>Service coverage by technology</source>
        <translation>Cakupan layanan per teknologi</translation>
    </message>
    <message>
        <source>Coverage, technology not stated</source>
        <translation>Cakupan layanan, teknologi tidak disebutkan</translation>
    </message>
    <message>
        <source>Weak signal by 2G, predicted</source>
        <translation>Sinyal lemah 2G, hasil prediksi</translation>
    </message>
    <message>
        <source>Covered by 2G, predicted</source>
        <translation>Terlayani 2G, hasil prediksi</translation>
    </message>
    <message>
        <source>Weak signal by 3G, predicted</source>
        <translation>Sinyal lemah 3G, hasil prediksi</translation>
    </message>
    <message>
        <source>Covered by 3G, predicted</source>
        <translation>Terlayani 3G, hasil prediksi</translation>
    </message>
    <message>
        <source>Weak signal by 4G, predicted</source>
        <translation>Sinyal lemah 4G, hasil prediksi</translation>
    </message>
    <message>
        <source>Covered by 4G, predicted</source>
        <translation>Terlayani 4G, hasil prediksi</translation>
    </message>
    <message>
        <source>Weak signal by 5G, predicted</source>
        <translation>Sinyal lemah 5G, hasil prediksi</translation>
    </message>
    <message>
        <source>Covered by 5G, predicted</source>
        <translation>Terlayani 5G, hasil prediksi</translation>
    </message>
    <message>
        <source>Coverage declared by operators</source>
        <translation>Cakupan layanan menurut data operator</translation>
    </message>
    <message>
        <source>Up to date. {changes}</source>
        <translation>Sudah diperbarui. {changes}</translation>
    </message>
    <message>
        <source>Ask the sources</source>
        <translation>Tanyai sumber</translation>
    </message>
    <message>
        <source>Asks, without pulling, whether the sources have changed since</source>
        <translation>Menanyakan, tanpa menarik data, apakah sumbernya sudah berubah</translation>
    </message>
    <message>
        <source>Ask whenever this step is opened</source>
        <translation>Tanyai tiap langkah ini dibuka</translation>
    </message>
    <message>
        <source>Otherwise nothing asks the sources but the button</source>
        <translation>Jika tidak, sumber hanya ditanyai lewat tombol</translation>
    </message>
    <message>
        <source>Open the snapshot</source>
        <translation>Buka potret</translation>
    </message>
    <message>
        <source>As a layer of its own, to look at or to analyse with</source>
        <translation>Sebagai layer tersendiri, untuk dilihat atau dianalisis</translation>
    </message>
    <message>
        <source>Remove the snapshot</source>
        <translation>Hapus potret</translation>
    </message>
    <message>
        <source>Its data go for good</source>
        <translation>Datanya dihapus selamanya</translation>
    </message>
    <message>
        <source>Asking the sources…</source>
        <translation>Menanyai sumber…</translation>
    </message>
    <message>
        <source>{layer}, {day}</source>
        <translation>{layer}, {day}</translation>
    </message>
    <message>
        <source>Remove {n} snapshots? Their data go for good.</source>
        <translation>Hapus {n} potret data? Datanya dihapus selamanya.</translation>
    </message>
    <message>
        <source>Copy the update to my models</source>
        <translation>Salin pembaruan ke model saya</translation>
    </message>
    <message>
        <source>Run the analysis first: the model does again what was done.</source>
        <translation>Jalankan analisis dahulu: model mengulangi apa yang sudah dikerjakan.</translation>
    </message>
    <message>
        <source>Layers that were pulled</source>
        <translation>Layer yang sudah ditarik</translation>
    </message>
    <message>
        <source>{age}, changed</source>
        <translation>{age}, berubah</translation>
    </message>
    <message>
        <source>Snapshot, {day}</source>
        <translation>Potret, {day}</translation>
    </message>
    <message>
        <source>What {layer} is for</source>
        <translation>Kegunaan {layer}</translation>
    </message>
    <message>
        <source>It is not open: a double click opens it</source>
        <translation>Belum terbuka: klik ganda untuk membukanya</translation>
    </message>
    <message>
        <source>Puts the radii of a preset into the table</source>
        <translation>Mengisi tabel dengan radius dari prasetel</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Prasetel</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Simpan prasetel…</translation>
    </message>
    <message>
        <source>Keeps the radii of the table by a name, for every project</source>
        <translation>Menyimpan radius tabel dengan nama, untuk semua proyek</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>Hapus prasetel</translation>
    </message>
    <message>
        <source>Forgets the chosen preset; the table stays as it is</source>
        <translation>Menghapus prasetel yang dipilih; tabel tetap seperti adanya</translation>
    </message>
    <message>
        <source>Usual radii</source>
        <translation>Radius lazim</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Simpan prasetel</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nama prasetel</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Stops what runs; what was there before stays</source>
        <translation>Menghentikan proses; hasil sebelumnya tetap ada</translation>
    </message>
    <message>
        <source>Has the source changed?</source>
        <translation>Apakah sumbernya berubah?</translation>
    </message>
    <message>
        <source>Sources asked: {n}. Changed: {changed}.</source>
        <translation>Sumber ditanyai: {n}. Berubah: {changed}.</translation>
    </message>
    <message>
        <source>Could not be asked: {names}.</source>
        <translation>Tidak dapat ditanyai: {names}.</translation>
    </message>
    <message>
        <source>The source could not be asked: {reason}</source>
        <translation>Sumber tidak dapat ditanyai: {reason}</translation>
    </message>
    <message>
        <source>The source has changed: pull again.</source>
        <translation>Sumbernya sudah berubah: tarik lagi.</translation>
    </message>
    <message>
        <source>No change seen at the source.</source>
        <translation>Tidak terlihat perubahan pada sumbernya.</translation>
    </message>
    <message>
        <source>The source tells neither a number nor a date.</source>
        <translation>Sumbernya tidak memberi jumlah maupun tanggal.</translation>
    </message>
    <message>
        <source>It holds {n} features.</source>
        <translation>Berisi {n} fitur.</translation>
    </message>
    <message>
        <source>Changed on {day}.</source>
        <translation>Diubah pada {day}.</translation>
    </message>
    <message>
        <source>{layer} ({source})</source>
        <translation>{layer} ({source})</translation>
    </message>
    <message>
        <source>The update stopped at “{step}”. {reason}</source>
        <translation>Pembaruan berhenti pada “{step}”. {reason}</translation>
    </message>
    <message>
        <source>Statistics before</source>
        <translation>Statistik sebelum</translation>
    </message>
    <message>
        <source>Statistics after</source>
        <translation>Statistik sesudah</translation>
    </message>
    <message>
        <source>Change per village</source>
        <translation>Perubahan per desa/kelurahan</translation>
    </message>
    <message>
        <source>Villages newly blank</source>
        <translation>Desa/kelurahan yang baru menjadi blank spot</translation>
    </message>
    <message>
        <source>Villages that became weak</source>
        <translation>Desa/kelurahan yang menjadi sinyal lemah</translation>
    </message>
    <message>
        <source>Villages weak before, covered now</source>
        <translation>Desa/kelurahan yang dahulu sinyal lemah, kini terlayani</translation>
    </message>
    <message>
        <source>Villages still blank</source>
        <translation>Desa/kelurahan yang tetap blank spot</translation>
    </message>
    <message>
        <source>There is nothing to cover in the areas: check where the layer of {input} lies and whether its figures are above zero.</source>
        <translation>Tidak ada yang perlu dilayani di wilayah: periksa letak layer {input} dan apakah angkanya di atas nol.</translation>
    </message>
    <message>
        <source>All that is to be covered is covered already: no site is needed. Check the radii of the sites if that can&apos;t be.</source>
        <translation>Semua yang hendak dilayani sudah terlayani: tidak perlu lokasi baru. Periksa radius BTS bila itu tidak mungkin.</translation>
    </message>
    <message>
        <source>No candidate reaches anything that is not covered yet: give other candidates, or a type of site with a larger radius.</source>
        <translation>Tidak ada calon lokasi yang menjangkau sesuatu yang belum terlayani: berikan calon lokasi lain, atau jenis lokasi dengan radius lebih besar.</translation>
    </message>
    <message>
        <source>The budget of Rp{budget} is below the cheapest candidate (Rp{cheapest}): raise it, or choose a cheaper type.</source>
        <translation>Anggaran Rp{budget} lebih kecil daripada calon lokasi termurah (Rp{cheapest}): naikkan anggaran, atau pilih jenis yang lebih murah.</translation>
    </message>
    <message>
        <source>Field “{field}”: {n} codes stand in more than one row, give each row its own. By code, the numbers of the rows: {rows}.</source>
        <translation>Kolom “{field}”: {n} kode terdapat di lebih dari satu baris, berilah tiap baris kode sendiri. Menurut kode, nomor barisnya: {rows}.</translation>
    </message>
    <message>
        <source>{near} are too near to an existing site, {outside} lie outside the areas</source>
        <translation>{near} terlalu dekat dengan BTS yang ada, {outside} di luar wilayah</translation>
    </message>
    <message>
        <source>{asked} sites are asked for, but there are only {n} candidates ({left_out}): ask for fewer, or give more candidates.</source>
        <translation>Diminta {asked} lokasi, tetapi hanya ada {n} calon lokasi ({left_out}): kurangi permintaan, atau tambah calon lokasi.</translation>
    </message>
    <message>
        <source>No candidate is left ({left_out}): give other candidates, or a shorter least distance.</source>
        <translation>Tidak ada calon lokasi yang tersisa ({left_out}): berikan calon lokasi lain, atau jarak terkecil yang lebih pendek.</translation>
    </message>
    <message>
        <source>There is no type of site “{name}” in the table of types, which has {known}: choose one of these, or add it.</source>
        <translation>Jenis lokasi “{name}” tidak ada di tabel jenis, yang berisi {known}: pilih salah satunya, atau tambahkan.</translation>
    </message>
    <message>
        <source>The type of site “{name}” stands in the table twice: keep one row.</source>
        <translation>Jenis lokasi “{name}” terdapat dua kali di tabel: sisakan satu baris.</translation>
    </message>
    <message>
        <source>The type of site “{name}” has no price, which a budget needs: fill it in in the table of types.</source>
        <translation>Jenis lokasi “{name}” tidak mempunyai harga, padahal anggaran memerlukannya: isilah pada tabel jenis.</translation>
    </message>
    <message>
        <source>The price of the type of site “{name}” is no amount above zero: correct it, or leave it empty.</source>
        <translation>Harga jenis lokasi “{name}” bukan jumlah di atas nol: perbaiki, atau kosongkan.</translation>
    </message>
    <message>
        <source>The radius of the type of site “{name}” is no number above zero: give metres.</source>
        <translation>Radius jenis lokasi “{name}” bukan angka di atas nol: berikan dalam meter.</translation>
    </message>
    <message>
        <source>Two columns of the form are called “{heading}”: rename one.</source>
        <translation>Dua kolom formulir bernama “{heading}”: ganti nama salah satunya.</translation>
    </message>
    <message>
        <source>The column “{heading}” of the form asks for the field “{field}”, which there is not; there are {known}.</source>
        <translation>Kolom “{heading}” pada formulir meminta kolom “{field}” yang tidak ada; yang ada {known}.</translation>
    </message>
    <message>
        <source>Definition of a blank spot, as printed (empty: as the layers tell)</source>
        <translation>Definisi operasional blank spot, seperti tercetak (kosong: menurut layernya)</translation>
    </message>
    <message>
        <source>Propose sites</source>
        <translation>Usulan lokasi</translation>
    </message>
    <message>
        <source>Finds where new sites serve most, for a number of sites or a budget.</source>
        <translation>Mencari tempat lokasi baru melayani terbanyak, untuk sejumlah lokasi atau anggaran.</translation>
    </message>
    <message>
        <source>Proposed sites</source>
        <translation>Lokasi yang diusulkan</translation>
    </message>
    <message>
        <source>Coverage by number of sites</source>
        <translation>Cakupan menurut jumlah lokasi</translation>
    </message>
    <message>
        <source>Writes the results of an analysis as spreadsheet, letter, PDF, village profiles and KMZ.</source>
        <translation>Menyusun hasil analisis menjadi lembar kerja, naskah surat, PDF, profil desa/kelurahan, dan KMZ.</translation>
    </message>
    <message>
        <source>Summary of the definitions</source>
        <translation>Ringkasan menurut definisi operasional</translation>
    </message>
    <message>
        <source>Earlier statistics, to tell what has changed</source>
        <translation>Statistik sebelumnya, untuk melihat perubahan</translation>
    </message>
    <message>
        <source>Areas, where the statistics have no geometry</source>
        <translation>Wilayah, bila statistik tidak mempunyai geometri</translation>
    </message>
    <message>
        <source>Field with the kind of facility</source>
        <translation>Kolom jenis fasilitas umum</translation>
    </message>
    <message>
        <source>Layers of the map, the first on top (empty: those above)</source>
        <translation>Layer peta, yang pertama paling atas (kosong: layer di atas)</translation>
    </message>
    <message>
        <source>Report (spreadsheet)</source>
        <translation>Laporan (lembar kerja)</translation>
    </message>
    <message>
        <source>Report (letter)</source>
        <translation>Laporan (naskah surat)</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>Laporan (PDF)</translation>
    </message>
    <message>
        <source>Village profiles (PDF)</source>
        <translation>Profil desa/kelurahan (PDF)</translation>
    </message>
    <message>
        <source>Results (KMZ)</source>
        <translation>Hasil (KMZ)</translation>
    </message>
    <message>
        <source>Report on mobile service and blank spots</source>
        <translation>Laporan layanan seluler dan blank spot</translation>
    </message>
    <message>
        <source>Words on the data sources</source>
        <translation>Keterangan tentang sumber data</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)</source>
        <translation>Lembar kerja (XLSX)</translation>
    </message>
    <message>
        <source>Text for letters (ODT)</source>
        <translation>Naskah untuk surat (ODT)</translation>
    </message>
    <message>
        <source>A page per village (PDF)</source>
        <translation>Satu halaman per desa/kelurahan (PDF)</translation>
    </message>
    <message>
        <source>For Google Earth (KMZ)</source>
        <translation>Untuk Google Earth (KMZ)</translation>
    </message>
    <message>
        <source>Files to write</source>
        <translation>Berkas yang dibuat</translation>
    </message>
    <message>
        <source>blank-spot-report</source>
        <translation>laporan-blank-spot</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}), and so none of the report was: close it where it is open, or choose another folder or file name.</source>
        <translation>{file} tidak dapat ditulis ({reason}), maka seluruh laporan tidak dibuat: tutup berkas itu bila sedang dibuka, atau pilih folder atau nama berkas lain.</translation>
    </message>
    <message>
        <source>The report was written: {files}.</source>
        <translation>Laporan telah dibuat: {files}.</translation>
    </message>
    <message>
        <source>{input} is no {output} of an analysis, for it has no field {fields}: choose the output {output} of “Blank-spot analysis”.</source>
        <translation>{input} bukan {output} dari sebuah analisis, karena tidak mempunyai kolom {fields}: pilih keluaran {output} dari “Analisis blank spot”.</translation>
    </message>
    <message>
        <source>{input} must be a layer of {wanted}: choose another.</source>
        <translation>{input} harus berupa layer {wanted}: pilih layer lain.</translation>
    </message>
    <message>
        <source>{input}: choose at least one file to write.</source>
        <translation>{input}: pilih sedikitnya satu berkas yang dibuat.</translation>
    </message>
    <message>
        <source>The areas have no field “{field}” for the code: nothing is drawn.</source>
        <translation>Wilayah tidak mempunyai kolom “{field}” untuk kode: peta tidak digambar.</translation>
    </message>
    <message>
        <source>Facilities are told by kind and one by one only where the coverage or the gaps are given too.</source>
        <translation>Fasilitas umum dirinci menurut jenis dan satu per satu hanya bila cakupan layanan atau area blank spot juga diberikan.</translation>
    </message>
    <message>
        <source>Give at least one of {inputs}.</source>
        <translation>Berikan sedikitnya salah satu dari {inputs}.</translation>
    </message>
    <message>
        <source>“{choice}” needs {input}: give it, or choose another.</source>
        <translation>“{choice}” memerlukan {input}: berikan, atau pilih yang lain.</translation>
    </message>
    <message>
        <source>{input}: {value} is out of range; give more than zero.</source>
        <translation>{input}: {value} di luar rentang; berikan lebih dari nol.</translation>
    </message>
    <message>
        <source>{n} villages with {people} people have no place where these live: they are left out.</source>
        <translation>{n} desa/kelurahan dengan {people} jiwa tidak mempunyai keterangan tempat tinggalnya: tidak dihitung.</translation>
    </message>
    <message>
        <source>people</source>
        <translation>jiwa</translation>
    </message>
    <message>
        <source>km² of settlements</source>
        <translation>km² permukiman</translation>
    </message>
    <message>
        <source>{n} sites proposed: {gain} more {things} covered, from {before} % to {after} % of {total}; {villages} villages served.</source>
        <translation>{n} lokasi diusulkan: {gain} {things} lebih banyak terlayani, dari {before} % menjadi {after} % dari {total}; {villages} desa/kelurahan memperoleh layanan.</translation>
    </message>
    <message>
        <source>Cost: Rp{cost}.</source>
        <translation>Biaya: Rp{cost}.</translation>
    </message>
    <message>
        <source>exact solver</source>
        <translation>pemecah eksak</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
    <message>
        <source>Solved by {how}: the best there is can be better by {gap} % at most.</source>
        <translation>Dipecahkan dengan {how}: penyelesaian terbaik paling banyak {gap} % lebih baik.</translation>
    </message>
    <message>
        <source>Predicted by circles of the table of types; prices are the table&apos;s, the ones it comes with were quoted in 2021.</source>
        <translation>Hasil prediksi dengan lingkaran dari tabel jenis; harga menurut tabel, harga bawaannya dari tahun 2021.</translation>
    </message>
    <message>
        <source>Elevation model (m)</source>
        <translation>Model elevasi (m)</translation>
    </message>
    <message>
        <source>Settlement area</source>
        <translation>Luas permukiman</translation>
    </message>
    <message>
        <source>What new sites are to cover</source>
        <translation>Yang hendak dilayani lokasi baru</translation>
    </message>
    <message>
        <source>A weak signal counts as covered</source>
        <translation>Sinyal lemah dihitung terlayani</translation>
    </message>
    <message>
        <source>Cover the most with so many sites or so much money</source>
        <translation>Melayani terbanyak dengan sejumlah lokasi atau anggaran</translation>
    </message>
    <message>
        <source>Cover all that can be covered for the least</source>
        <translation>Melayani semua yang dapat dilayani dengan biaya terkecil</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Number of new sites</source>
        <translation>Jumlah lokasi baru</translation>
    </message>
    <message>
        <source>Budget (Rp)</source>
        <translation>Anggaran (Rp)</translation>
    </message>
    <message>
        <source>Share of it to cover, for the second aim (%)</source>
        <translation>Bagian yang hendak dilayani, untuk tujuan kedua (%)</translation>
    </message>
    <message>
        <source>Settled ground</source>
        <translation>Permukiman</translation>
    </message>
    <message>
        <source>High ground</source>
        <translation>Tempat tinggi</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Keduanya</translation>
    </message>
    <message>
        <source>Type to build (several with commas: any of them)</source>
        <translation>Jenis yang dibangun (beberapa dengan koma: salah satunya)</translation>
    </message>
    <message>
        <source>Types of sites</source>
        <translation>Jenis lokasi</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Covers to (m)</source>
        <translation>Terlayani sampai (m)</translation>
    </message>
    <message>
        <source>Price (Rp)</source>
        <translation>Harga (Rp)</translation>
    </message>
    <message>
        <source>Candidate sites (none: they are found)</source>
        <translation>Calon lokasi (kosong: dicari)</translation>
    </message>
    <message>
        <source>Code field of the candidates</source>
        <translation>Kolom kode calon lokasi</translation>
    </message>
    <message>
        <source>Name field of the candidates</source>
        <translation>Kolom nama calon lokasi</translation>
    </message>
    <message>
        <source>Type field of the candidates</source>
        <translation>Kolom jenis calon lokasi</translation>
    </message>
    <message>
        <source>Cost field of the candidates (Rp)</source>
        <translation>Kolom biaya calon lokasi (Rp)</translation>
    </message>
    <message>
        <source>Find candidates on</source>
        <translation>Cari calon lokasi di</translation>
    </message>
    <message>
        <source>One candidate in a square of this side (m)</source>
        <translation>Satu calon lokasi tiap petak dengan sisi (m)</translation>
    </message>
    <message>
        <source>Candidates at least this far from a site (m)</source>
        <translation>Jarak terkecil calon lokasi ke BTS (m)</translation>
    </message>
    <message>
        <source>Automatic: exact where scipy is there and the task is small, else greedy</source>
        <translation>Otomatis: eksak bila ada scipy dan soalnya kecil, selain itu greedy</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Greedy</translation>
    </message>
    <message>
        <source>Exact (needs scipy)</source>
        <translation>Eksak (memerlukan scipy)</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Pemecah</translation>
    </message>
    <message>
        <source>Time limit of the exact solver (s)</source>
        <translation>Batas waktu pemecah eksak (detik)</translation>
    </message>
    <message>
        <source>Sites proposed</source>
        <translation>Lokasi yang diusulkan</translation>
    </message>
    <message>
        <source>Newly covered</source>
        <translation>Baru terlayani</translation>
    </message>
    <message>
        <source>Cost (Rp)</source>
        <translation>Biaya (Rp)</translation>
    </message>
    <message>
        <source>Covered before (%)</source>
        <translation>Terlayani sebelumnya (%)</translation>
    </message>
    <message>
        <source>Covered after (%)</source>
        <translation>Terlayani sesudahnya (%)</translation>
    </message>
    <message>
        <source>Bound of the optimum</source>
        <translation>Batas penyelesaian terbaik</translation>
    </message>
    <message>
        <source>Gap to the bound (%)</source>
        <translation>Selisih dari batas (%)</translation>
    </message>
    <message>
        <source>Villages served</source>
        <translation>Desa/kelurahan yang memperoleh layanan</translation>
    </message>
    <message>
        <source>{n} candidates: {near} too near to an existing site and {outside} outside the areas left out.</source>
        <translation>{n} calon lokasi: {near} terlalu dekat dengan BTS yang ada dan {outside} di luar wilayah tidak dipakai.</translation>
    </message>
    <message>
        <source>The aim is to cover all: the number of sites and the budget do not count.</source>
        <translation>Tujuannya melayani semua: jumlah lokasi dan anggaran tidak dihitung.</translation>
    </message>
    <message>
        <source>Not all prices are known: the fewest sites are sought, not the cheapest.</source>
        <translation>Tidak semua harga diketahui: yang dicari jumlah lokasi paling sedikit, bukan yang termurah.</translation>
    </message>
    <message>
        <source>The task is too large for the exact solver: greedy decides.</source>
        <translation>Soalnya terlalu besar untuk pemecah eksak: greedy yang menentukan.</translation>
    </message>
    <message>
        <source>The exact solver needs scipy, which this QGIS does not have: greedy decides.</source>
        <translation>Pemecah eksak memerlukan scipy yang tidak ada pada QGIS ini: greedy yang menentukan.</translation>
    </message>
    <message>
        <source>The exact solver stopped at its time limit of {n} s.</source>
        <translation>Pemecah eksak berhenti pada batas waktu {n} detik.</translation>
    </message>
    <message>
        <source>Update (the monthly round of the open project)</source>
        <translation>Perbarui (putaran bulanan proyek yang terbuka)</translation>
    </message>
    <message>
        <source>Pulls, checks, analyses, compares and prints, as the panel did the last time.</source>
        <translation>Menarik, memeriksa, menganalisis, membandingkan dan mencetak, seperti terakhir kali di panel.</translation>
    </message>
    <message>
        <source>There is nothing to update: run the analysis in the Blank Spot panel first; what is asked for there is done again here.</source>
        <translation>Belum ada yang dapat diperbarui: jalankan analisis di panel Blank Spot dahulu; yang diminta di sana diulangi di sini.</translation>
    </message>
    <message>
        <source>Does again, with the settings kept in the project, what was done in the Blank Spot panel: every layer is pulled, the towers are checked if they were checked before, the analysis runs, its table is compared with the last one, and a map sheet is written. It stops at the first step that fails.</source>
        <translation>Mengulangi, dengan pengaturan yang tersimpan di proyek, apa yang dikerjakan di panel Blank Spot: setiap layer ditarik, menara diperiksa jika sebelumnya diperiksa, analisis dijalankan, tabelnya dibandingkan dengan yang terakhir, dan lembar peta ditulis. Berhenti pada langkah pertama yang gagal.</translation>
    </message>
    <message>
        <source>Pull {layer}</source>
        <translation>Tarik {layer}</translation>
    </message>
    <message>
        <source>Folder of the map sheet</source>
        <translation>Folder lembar peta</translation>
    </message>
    <message>
        <source>{output} keeps the style that was saved with it.</source>
        <translation>{output} tetap memakai gaya yang tersimpan bersamanya.</translation>
    </message>
    <message>
        <source>{file} is no layout template with an item called map: save one in QGIS with Layout &gt; Save as Template, or choose none.</source>
        <translation>{file} bukan templat tata letak yang memuat item bernama map: simpan templat di QGIS dengan Tata Letak &gt; Simpan sebagai Templat, atau kosongkan.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} dari {total}</translation>
    </message>
    <message>
        <source>{title}: {page}</source>
        <translation>{title}: {page}</translation>
    </message>
    <message>
        <source>Index of sheets</source>
        <translation>Petunjuk letak peta</translation>
    </message>
    <message>
        <source>Neither the codes nor a field of the areas tell the kecamatan.</source>
        <translation>Kecamatan tidak diketahui, baik dari kode maupun dari kolom wilayah.</translation>
    </message>
    <message>
        <source>Technology not known</source>
        <translation>Teknologi tidak diketahui</translation>
    </message>
    <message>
        <source>Sites with a radius in the field “{field}” take that one instead.</source>
        <translation>BTS yang mempunyai radius pada kolom “{field}” memakai radius itu.</translation>
    </message>
    <message>
        <source>Blank villages: {new} new, {gone} resolved, {kept} persistent; {worse} weaker, {better} better.</source>
        <translation>Desa/kelurahan blank spot: {new} baru, {gone} teratasi, {kept} tetap; {worse} melemah, {better} membaik.</translation>
    </message>
    <message>
        <source>The legend is larger than its box: hide a block, or choose larger paper.</source>
        <translation>Keterangan lebih besar daripada kotaknya: sembunyikan satu blok, atau pilih kertas yang lebih besar.</translation>
    </message>
    <message>
        <source>The text of {item} is longer than its box and was cut: {text}</source>
        <translation>Teks {item} lebih panjang daripada kotaknya dan dipotong: {text}</translation>
    </message>
    <message>
        <source>The template has no item of these names, which were left out: {items}.</source>
        <translation>Templat tidak memuat item berikut, yang dilewati: {items}.</translation>
    </message>
    <message>
        <source>Settlement (km²)</source>
        <translation>Permukiman (km²)</translation>
    </message>
    <message>
        <source>Data sources and map history</source>
        <translation>Sumber data dan riwayat peta</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Diagram lokasi</translation>
    </message>
    <message>
        <source>Villages on this sheet</source>
        <translation>Desa/kelurahan pada lembar ini</translation>
    </message>
    <message>
        <source>UTM zone {zone}</source>
        <translation>UTM zona {zone}</translation>
    </message>
    <message>
        <source>Sheet number: {number}</source>
        <translation>Nomor lembar: {number}</translation>
    </message>
    <message>
        <source>Areas are measured on the ellipsoid within the boundaries shown; they are no official figures.</source>
        <translation>Luas dihitung pada elipsoid menurut batas yang digambarkan, bukan angka luas resmi.</translation>
    </message>
    <message>
        <source>Government of {regency}</source>
        <translation>Pemerintah {regency}</translation>
    </message>
    <message>
        <source>Edition {edition}, {year}</source>
        <translation>Edisi {edition}, {year}</translation>
    </message>
    <message>
        <source>Edition of {year}</source>
        <translation>Edisi {year}</translation>
    </message>
    <message>
        <source>Projection: {projection}</source>
        <translation>Proyeksi: {projection}</translation>
    </message>
    <message>
        <source>datum: {datum}</source>
        <translation>datum: {datum}</translation>
    </message>
    <message>
        <source>Grid: latitude and longitude; {code}</source>
        <translation>Grid: lintang dan bujur; {code}</translation>
    </message>
    <message>
        <source>Projection, grid and datum</source>
        <translation>Proyeksi, grid, dan datum</translation>
    </message>
    <message>
        <source>Made on {date}.</source>
        <translation>Dibuat {date}.</translation>
    </message>
    <message>
        <source>Copyright © {year} {owner}.</source>
        <translation>Hak cipta © {year} {owner}.</translation>
    </message>
    <message>
        <source>Approved by,</source>
        <translation>Mengetahui,</translation>
    </message>
    <message>
        <source>longitude and latitude</source>
        <translation>bujur dan lintang</translation>
    </message>
    <message>
        <source>The pulled layers lie beside the project now: save it once more.</source>
        <translation>Layer yang ditarik kini tersimpan di samping proyek: simpan proyek sekali lagi.</translation>
    </message>
    <message>
        <source>{table} (sample)</source>
        <translation>{table} (contoh)</translation>
    </message>
    <message>
        <source>Keep the old as a snapshot</source>
        <translation>Simpan yang lama sebagai potret</translation>
    </message>
    <message>
        <source>What the sheet is printed on; the scale follows from it</source>
        <translation>Kertas untuk mencetak lembar; skala mengikutinya</translation>
    </message>
    <message>
        <source>One sheet</source>
        <translation>Satu lembar</translation>
    </message>
    <message>
        <source>One map of all, or an atlas</source>
        <translation>Satu peta untuk semua, atau atlas</translation>
    </message>
    <message>
        <source>Create sheet</source>
        <translation>Buat lembar</translation>
    </message>
    <message>
        <source>Makes the sheet in this project; once it is there, its words and legend are renewed and what you moved stays</source>
        <translation>Membuat lembar di proyek ini; bila sudah ada, teks dan keterangannya diperbarui dan yang Anda pindahkan tetap di tempatnya</translation>
    </message>
    <message>
        <source>Edit sheet</source>
        <translation>Sunting lembar</translation>
    </message>
    <message>
        <source>Opens the sheet in QGIS&apos;s layout window</source>
        <translation>Membuka lembar di jendela tata letak QGIS</translation>
    </message>
    <message>
        <source>Export sheet</source>
        <translation>Ekspor lembar</translation>
    </message>
    <message>
        <source>Writes the sheet as PDF and PNG, and opens it</source>
        <translation>Menyimpan lembar sebagai PDF dan PNG, lalu membukanya</translation>
    </message>
    <message>
        <source>Writes spreadsheet, letter, PDF, village profiles and KMZ, and opens their folder</source>
        <translation>Menyimpan lembar sebar, surat, PDF, profil desa dan KMZ, lalu membuka foldernya</translation>
    </message>
    <message>
        <source>Atlas: a sheet per kecamatan</source>
        <translation>Atlas: satu lembar per kecamatan</translation>
    </message>
    <message>
        <source>Atlas: a sheet per village</source>
        <translation>Atlas: satu lembar per desa/kelurahan</translation>
    </message>
    <message>
        <source>The sheet “{name}” is in the project: edit or export it.</source>
        <translation>Lembar “{name}” ada di proyek: sunting atau ekspor.</translation>
    </message>
    <message>
        <source>The sheet “{name}” is up to date; what you moved has stayed.</source>
        <translation>Lembar “{name}” sudah diperbarui; yang Anda pindahkan tetap di tempatnya.</translation>
    </message>
    <message>
        <source>The report: {link}</source>
        <translation>Laporan: {link}</translation>
    </message>
    <message>
        <source>Ask for changes</source>
        <translation>Tanyakan perubahan</translation>
    </message>
    <message>
        <source>Asks the sources whenever the step of the layers is opened; never at start</source>
        <translation>Menanyai sumber setiap kali langkah layer dibuka; tidak pernah saat mulai</translation>
    </message>
    <message>
        <source>Only a part</source>
        <translation>Sebagian saja</translation>
    </message>
    <message>
        <source>Empty: what touches the areas and their surroundings, or all where there are none</source>
        <translation>Kosong: yang menyentuh wilayah dan sekitarnya, atau semuanya bila wilayah belum ada</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>tidak dibatasi</translation>
    </message>
    <message>
        <source>Blank spots, a sheet per kecamatan, {paper}</source>
        <translation>Blank spot, satu lembar per kecamatan, {paper}</translation>
    </message>
    <message>
        <source>Blank spots, a sheet per village, {paper}</source>
        <translation>Blank spot, satu lembar per desa/kelurahan, {paper}</translation>
    </message>
    <message>
        <source>Blank spots, {paper}</source>
        <translation>Blank spot, {paper}</translation>
    </message>
    <message>
        <source>{name} ({remark})</source>
        <translation>{name} ({remark})</translation>
    </message>
    <message>
        <source>Sources and their layers</source>
        <translation>Sumber data dan layernya</translation>
    </message>
    <message>
        <source>{path} could not be read: choose another file.</source>
        <translation>{path} tidak dapat dibaca: pilih berkas lain.</translation>
    </message>
    <message>
        <source>Change between two dates</source>
        <translation>Perubahan antara dua tanggal</translation>
    </message>
    <message>
        <source>Tells which blank spots are new, resolved or persistent, per village.</source>
        <translation>Menunjukkan blank spot yang baru, teratasi atau tetap, per desa/kelurahan.</translation>
    </message>
    <message>
        <source>Gaps before</source>
        <translation>Area blank spot sebelum</translation>
    </message>
    <message>
        <source>Gaps after</source>
        <translation>Area blank spot sesudah</translation>
    </message>
    <message>
        <source>Sites before</source>
        <translation>BTS sebelum</translation>
    </message>
    <message>
        <source>Sites after</source>
        <translation>BTS sesudah</translation>
    </message>
    <message>
        <source>Date of the data before</source>
        <translation>Tanggal data sebelum</translation>
    </message>
    <message>
        <source>Date of the data after</source>
        <translation>Tanggal data sesudah</translation>
    </message>
    <message>
        <source>No news if narrower than (m)</source>
        <translation>Bukan perubahan bila lebih sempit dari (m)</translation>
    </message>
    <message>
        <source>No news if shares move by less than (percentage points)</source>
        <translation>Bukan perubahan bila persentase bergeser kurang dari (poin persentase)</translation>
    </message>
    <message>
        <source>Blank spots, new and resolved</source>
        <translation>Blank spot baru dan teratasi</translation>
    </message>
    <message>
        <source>Villages split, merged, drawn anew</source>
        <translation>Desa/kelurahan dimekarkan, digabung, digambar ulang</translation>
    </message>
    <message>
        <source>Villages no longer blank</source>
        <translation>Desa/kelurahan yang blank spot-nya teratasi</translation>
    </message>
    <message>
        <source>Villages as before</source>
        <translation>Desa/kelurahan yang sama seperti semula</translation>
    </message>
    <message>
        <source>Villages of the later table alone</source>
        <translation>Desa/kelurahan yang hanya ada di tabel sesudah</translation>
    </message>
    <message>
        <source>Villages of the earlier table alone</source>
        <translation>Desa/kelurahan yang hanya ada di tabel sebelum</translation>
    </message>
    <message>
        <source>Villages that can&apos;t be compared</source>
        <translation>Desa/kelurahan yang tidak dapat dibandingkan</translation>
    </message>
    <message>
        <source>People who are no longer in a blank spot</source>
        <translation>Jiwa yang tidak lagi di blank spot</translation>
    </message>
    <message>
        <source>People who came into a blank spot</source>
        <translation>Jiwa yang masuk blank spot</translation>
    </message>
    <message>
        <source>Blank area, new (km²)</source>
        <translation>Luas blank spot baru (km²)</translation>
    </message>
    <message>
        <source>Blank area, resolved (km²)</source>
        <translation>Luas blank spot teratasi (km²)</translation>
    </message>
    <message>
        <source>Blank area, persistent (km²)</source>
        <translation>Luas blank spot tetap (km²)</translation>
    </message>
    <message>
        <source>Area too narrow to be news (km²)</source>
        <translation>Luas yang terlalu sempit untuk disebut perubahan (km²)</translation>
    </message>
    <message>
        <source>{n} villages changed their class by less than the tolerance: no news.</source>
        <translation>{n} desa/kelurahan berganti kelas kurang dari toleransi: bukan perubahan.</translation>
    </message>
    <message>
        <source>{gained} people are no longer in a blank spot, {lost} came into one.</source>
        <translation>{gained} jiwa tidak lagi di blank spot, {lost} jiwa masuk blank spot.</translation>
    </message>
    <message>
        <source>Blank area: {new} km² new, {gone} km² resolved, {kept} km² persistent; {sliver} km² are too narrow to be news.</source>
        <translation>Luas blank spot: {new} km² baru, {gone} km² teratasi, {kept} km² tetap; {sliver} km² terlalu sempit untuk disebut perubahan.</translation>
    </message>
    <message>
        <source>Boundaries or codes of villages differ between the dates in {n} places; see the table of boundaries.</source>
        <translation>Batas atau kode desa/kelurahan berbeda antara kedua tanggal di {n} tempat; lihat tabel batas.</translation>
    </message>
    <message>
        <source>Coverage of {sites}:</source>
        <translation>Cakupan {sites}:</translation>
    </message>
    <message>
        <source>{sites}: coverage could not be computed.</source>
        <translation>{sites}: cakupan tidak dapat dihitung.</translation>
    </message>
    <message>
        <source>The sites before tell of {before}, those after of {after} and no later: are the two swapped?</source>
        <translation>BTS sebelum menyebut tahun {before}, BTS sesudah paling akhir {after}: apakah keduanya tertukar?</translation>
    </message>
    <message>
        <source>The two tables were judged by different definitions: villages change their status though nothing was built. Before: {before} After: {after}</source>
        <translation>Kedua tabel dinilai dengan definisi berbeda: desa/kelurahan berganti status walaupun tidak ada yang dibangun. Sebelum: {before} Sesudah: {after}</translation>
    </message>
    <message>
        <source>The data before were pulled on {before}, later than those after ({after}): are the two swapped?</source>
        <translation>Data sebelum diambil pada {before}, lebih akhir daripada data sesudah ({after}): apakah keduanya tertukar?</translation>
    </message>
    <message>
        <source>Reports and measurements beside the map</source>
        <translation>Laporan dan pengukuran di samping peta</translation>
    </message>
    <message>
        <source>Lists where villages report, or phones measure, other than was computed.</source>
        <translation>Mendaftar tempat laporan desa atau hasil pengukuran berbeda dari hasil perhitungan.</translation>
    </message>
    <message>
        <source>Reports or measurements</source>
        <translation>Laporan atau pengukuran</translation>
    </message>
    <message>
        <source>Code field of the villages</source>
        <translation>Kolom kode desa/kelurahan</translation>
    </message>
    <message>
        <source>Name field of the villages</source>
        <translation>Kolom nama desa/kelurahan</translation>
    </message>
    <message>
        <source>Field of the computed class</source>
        <translation>Kolom kelas hasil perhitungan</translation>
    </message>
    <message>
        <source>Coverage as operators declare it</source>
        <translation>Cakupan menurut data operator</translation>
    </message>
    <message>
        <source>Predicted signal level (dBm)</source>
        <translation>Level sinyal hasil prediksi (dBm)</translation>
    </message>
    <message>
        <source>Own words for a class</source>
        <translation>Kata sendiri untuk kelas</translation>
    </message>
    <message>
        <source>Word (a; b; c)</source>
        <translation>Kata (a; b; c)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Evidence against the map</source>
        <translation>Bukti yang berbeda dari peta</translation>
    </message>
    <message>
        <source>Reported and computed, counted</source>
        <translation>Laporan dan hasil perhitungan, dihitung</translation>
    </message>
    <message>
        <source>Bias of the predicted level</source>
        <translation>Bias level prediksi</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Reports that agree</source>
        <translation>Laporan yang cocok</translation>
    </message>
    <message>
        <source>Reports one class apart</source>
        <translation>Laporan yang berbeda satu kelas</translation>
    </message>
    <message>
        <source>Reports opposite to the map</source>
        <translation>Laporan yang berlawanan dengan peta</translation>
    </message>
    <message>
        <source>Reports that can&apos;t be compared</source>
        <translation>Laporan yang tidak dapat dibandingkan</translation>
    </message>
    <message>
        <source>Pairs of measured and predicted level</source>
        <translation>Pasangan level terukur dan prediksi</translation>
    </message>
    <message>
        <source>Bias of the prediction (dB)</source>
        <translation>Bias prediksi (dB)</translation>
    </message>
    <message>
        <source>Standard deviation of the prediction (dB)</source>
        <translation>Simpangan baku prediksi (dB)</translation>
    </message>
    <message>
        <source>Id field of the reports</source>
        <translation>Kolom id laporan</translation>
    </message>
    <message>
        <source>Village code field of the reports</source>
        <translation>Kolom kode desa laporan</translation>
    </message>
    <message>
        <source>Class field (sangat kuat, kuat, lemah, tidak ada)</source>
        <translation>Kolom kelas (sangat kuat, kuat, lemah, tidak ada)</translation>
    </message>
    <message>
        <source>Field of the measured level (dBm)</source>
        <translation>Kolom level terukur (dBm)</translation>
    </message>
    <message>
        <source>Source field</source>
        <translation>Kolom sumber</translation>
    </message>
    <message>
        <source>Date field of the reports</source>
        <translation>Kolom tanggal laporan</translation>
    </message>
    <message>
        <source>Field of the predicted level (dBm)</source>
        <translation>Kolom level prediksi (dBm)</translation>
    </message>
    <message>
        <source>Covered from (dBm)</source>
        <translation>Terlayani mulai (dBm)</translation>
    </message>
    <message>
        <source>Weak from (dBm)</source>
        <translation>Sinyal lemah mulai (dBm)</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>terlayani</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>sinyal lemah</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>blank spot</translation>
    </message>
    <message>
        <source>reported {said}, computed {computed}</source>
        <translation>dilaporkan {said}, hasil perhitungan {computed}</translation>
    </message>
    <message>
        <source>measured {said} ({dbm} dBm), computed {computed}</source>
        <translation>hasil pengukuran {said} ({dbm} dBm), hasil perhitungan {computed}</translation>
    </message>
    <message>
        <source>{all} reports: {agree} agree with the map, {differ} are one class apart, {opposite} say the opposite, {unknown} can&apos;t be compared.</source>
        <translation>{all} laporan: {agree} cocok dengan peta, {differ} berbeda satu kelas, {opposite} berlawanan, {unknown} tidak dapat dibandingkan.</translation>
    </message>
    <message>
        <source>Predicted less measured level: {bias} dB on average over {n} pairs, standard deviation {sigma} dB.</source>
        <translation>Level prediksi dikurangi pengukuran: rata-rata {bias} dB dari {n} pasangan, simpangan baku {sigma} dB.</translation>
    </message>
    <message>
        <source>{n} reports share an id with another; all of them are kept: {rows}.</source>
        <translation>{n} laporan mempunyai id yang sama dengan laporan lain; semuanya dipertahankan: {rows}.</translation>
    </message>
    <message>
        <source>covered, weak, blank</source>
        <translation>terlayani (covered), sinyal lemah (weak), blank spot (blank)</translation>
    </message>
    <message>
        <source>Administrative area</source>
        <translation>Wilayah administrasi</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>Area on the ellipsoid</source>
        <translation>Luas pada elipsoid</translation>
    </message>
    <message>
        <source>area</source>
        <translation>luas</translation>
    </message>
    <message>
        <source>Excluded ground, water for example</source>
        <translation>Wilayah yang dikecualikan, misalnya perairan</translation>
    </message>
    <message>
        <source>Code of the village, class and number of the gap</source>
        <translation>Kode desa/kelurahan, kelas dan nomor area blank spot</translation>
    </message>
    <message>
        <source>Mobile coverage</source>
        <translation>Cakupan layanan seluler</translation>
    </message>
    <message>
        <source>Class of the ground</source>
        <translation>Kelas di tempat itu</translation>
    </message>
    <message>
        <source>class</source>
        <translation>kelas</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>Jenis layanan</translation>
    </message>
    <message>
        <source>cellular, wifi</source>
        <translation>seluler (cellular), Wi-Fi (wifi)</translation>
    </message>
    <message>
        <source>Area within reach of Wi-Fi</source>
        <translation>Luas yang dijangkau Wi-Fi</translation>
    </message>
    <message>
        <source>Area of settlements</source>
        <translation>Luas permukiman</translation>
    </message>
    <message>
        <source>Covered share of the settlements</source>
        <translation>Persentase permukiman yang terlayani</translation>
    </message>
    <message>
        <source>percentage</source>
        <translation>persentase</translation>
    </message>
    <message>
        <source>Distance to the nearest cellular site</source>
        <translation>Jarak ke BTS terdekat</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>jarak</translation>
    </message>
    <message>
        <source>Where the distance is measured from</source>
        <translation>Titik awal jarak</translation>
    </message>
    <message>
        <source>centre, settlement, surface</source>
        <translation>kantor desa/lurah (centre), permukiman (settlement), titik di dalam desa/kelurahan (surface)</translation>
    </message>
    <message>
        <source>Cellular sites in the village</source>
        <translation>BTS di desa/kelurahan</translation>
    </message>
    <message>
        <source>number</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>BTS</translation>
    </message>
    <message>
        <source>Operators that reach the village</source>
        <translation>Operator seluler yang menjangkau desa/kelurahan</translation>
    </message>
    <message>
        <source>operators</source>
        <translation>operator seluler</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>Luas terlayani</translation>
    </message>
    <message>
        <source>Area of weak signal</source>
        <translation>Luas sinyal lemah</translation>
    </message>
    <message>
        <source>Blank area</source>
        <translation>Luas blank spot</translation>
    </message>
    <message>
        <source>Public facility</source>
        <translation>Fasilitas umum</translation>
    </message>
    <message>
        <source>People in the village</source>
        <translation>Jumlah penduduk desa/kelurahan</translation>
    </message>
    <message>
        <source>Where the number of people comes from</source>
        <translation>Asal jumlah penduduk</translation>
    </message>
    <message>
        <source>Public facilities in the village</source>
        <translation>Fasilitas umum di desa/kelurahan</translation>
    </message>
    <message>
        <source>People on ground of the class {word}</source>
        <translation>Penduduk di tempat berkelas {word}</translation>
    </message>
    <message>
        <source>Facilities on ground of the class {word}</source>
        <translation>Fasilitas umum di tempat berkelas {word}</translation>
    </message>
    <message>
        <source>Status of the village</source>
        <translation>Status desa/kelurahan</translation>
    </message>
    <message>
        <source>Class at the village centre</source>
        <translation>Kelas di kantor desa/lurah</translation>
    </message>
    <message>
        <source>Status by mobile coverage</source>
        <translation>Status menurut cakupan layanan seluler</translation>
    </message>
    <message>
        <source>Status by the definition stated</source>
        <translation>Status menurut definisi operasional yang disebutkan</translation>
    </message>
    <message>
        <source>Best standing of the village&apos;s Wi-Fi points</source>
        <translation>Keadaan terbaik titik Wi-Fi desa/kelurahan</translation>
    </message>
    <message>
        <source>active, installed, planned, unknown, none</source>
        <translation>aktif (active), terpasang (installed), direncanakan (planned), tidak diketahui (unknown), tidak ada (none)</translation>
    </message>
    <message>
        <source>Wi-Fi points in the village</source>
        <translation>Titik Wi-Fi publik di desa/kelurahan</translation>
    </message>
    <message>
        <source>Active Wi-Fi points</source>
        <translation>Titik Wi-Fi publik yang aktif</translation>
    </message>
    <message>
        <source>All points</source>
        <translation>Semua titik</translation>
    </message>
    <message>
        <source>Points active</source>
        <translation>Titik aktif</translation>
    </message>
    <message>
        <source>Points with a fault</source>
        <translation>Titik gangguan</translation>
    </message>
    <message>
        <source>Points switched off</source>
        <translation>Titik dimatikan</translation>
    </message>
    <message>
        <source>Points installed, not yet active</source>
        <translation>Titik terpasang, belum aktif</translation>
    </message>
    <message>
        <source>Points approved</source>
        <translation>Titik disetujui</translation>
    </message>
    <message>
        <source>Points proposed or planned</source>
        <translation>Titik diusulkan atau direncanakan</translation>
    </message>
    <message>
        <source>Points of unknown status</source>
        <translation>Titik yang statusnya tidak diketahui</translation>
    </message>
    <message>
        <source>Share of active points</source>
        <translation>Persentase titik aktif</translation>
    </message>
    <message>
        <source>Bandwidth of the active points</source>
        <translation>Kecepatan titik aktif</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>kecepatan</translation>
    </message>
    <message>
        <source>Villages with a point</source>
        <translation>Desa/kelurahan yang punya titik</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>desa/kelurahan</translation>
    </message>
    <message>
        <source>Villages with an active point</source>
        <translation>Desa/kelurahan yang punya titik aktif</translation>
    </message>
    <message>
        <source>What became of the blank spot between two dates</source>
        <translation>Perubahan blank spot antara dua tanggal</translation>
    </message>
    <message>
        <source>new, gone, persistent, worse, better, same</source>
        <translation>baru (new), teratasi (gone), tetap (persistent), melemah (worse), membaik (better), sama (same)</translation>
    </message>
    <message>
        <source>Class before</source>
        <translation>Kelas sebelum</translation>
    </message>
    <message>
        <source>Class after</source>
        <translation>Kelas sesudah</translation>
    </message>
    <message>
        <source>{input} was removed before it was read: choose it again.</source>
        <translation>{input} dihapus sebelum sempat dibaca: pilih lagi.</translation>
    </message>
    <message>
        <source>Rows with an issue</source>
        <translation>Baris bermasalah</translation>
    </message>
    <message>
        <source>Another row has the same code or id; this one was not counted.</source>
        <translation>Baris lain mempunyai kode atau id yang sama; baris ini tidak dihitung.</translation>
    </message>
    <message>
        <source>No village has this code.</source>
        <translation>Tidak ada desa/kelurahan dengan kode ini.</translation>
    </message>
    <message>
        <source>No Wi-Fi point has this id; nothing was changed.</source>
        <translation>Tidak ada titik Wi-Fi dengan id ini; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The row has no id.</source>
        <translation>Baris ini tidak mempunyai id.</translation>
    </message>
    <message>
        <source>It lies outside all areas and was not counted.</source>
        <translation>Letaknya di luar semua wilayah dan tidak dihitung.</translation>
    </message>
    <message>
        <source>It lies in another village than its code says; the code stands.</source>
        <translation>Letaknya di desa/kelurahan lain daripada kodenya; kodenya yang berlaku.</translation>
    </message>
    <message>
        <source>It has neither a usable place nor a village code.</source>
        <translation>Tidak ada letak yang dapat dipakai maupun kode desa.</translation>
    </message>
    <message>
        <source>Nobody knows this word: add it to the own words, or correct it.</source>
        <translation>Kata ini tidak dikenal: tambahkan ke kata sendiri, atau perbaiki.</translation>
    </message>
    <message>
        <source>This is no date: write it as 24-11-2026 or 2026-11-24.</source>
        <translation>Ini bukan tanggal: tulis seperti 24-11-2026 atau 2026-11-24.</translation>
    </message>
    <message>
        <source>This is no plain number; the cell was passed over.</source>
        <translation>Ini bukan angka biasa; sel dilewati.</translation>
    </message>
    <message>
        <source>The statement is older than the point&apos;s own; nothing was changed.</source>
        <translation>Keterangan ini lebih lama daripada keterangan titik sendiri; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Another row is about the same; both were kept.</source>
        <translation>Baris lain menyebut hal yang sama; keduanya dipertahankan.</translation>
    </message>
    <message>
        <source>The row has no status, class or level.</source>
        <translation>Baris ini tidak mempunyai status, kelas atau level.</translation>
    </message>
    <message>
        <source>{input}, {n} rows: {why} {rows}</source>
        <translation>{input}, {n} baris: {why} {rows}</translation>
    </message>
    <message>
        <source>“{input}”: the open project has no sheet “{name}”; create it first.</source>
        <translation>“{input}”: proyek yang terbuka tidak mempunyai lembar “{name}”; buat dahulu.</translation>
    </message>
    <message>
        <source>“{input}”: there is no field {field}; choose one of {fields}.</source>
        <translation>“{input}”: tidak ada kolom {field}; pilih salah satu dari {fields}.</translation>
    </message>
    <message>
        <source>“{input}”: there is no file {file}; choose another or none.</source>
        <translation>“{input}”: tidak ada berkas {file}; pilih berkas lain atau kosongkan.</translation>
    </message>
    <message>
        <source>Sheet of the open project, written as it stands (in place of all above)</source>
        <translation>Lembar di proyek yang terbuka, disimpan apa adanya (menggantikan semua di atas)</translation>
    </message>
    <message>
        <source>Atlas: a sheet for each kecamatan or village of</source>
        <translation>Atlas: satu lembar untuk setiap kecamatan atau desa/kelurahan dari</translation>
    </message>
    <message>
        <source>One sheet for each value of the field (empty: each area)</source>
        <translation>Satu lembar untuk setiap nilai kolom (kosong: setiap wilayah)</translation>
    </message>
    <message>
        <source>Field with the name of a sheet</source>
        <translation>Kolom nama lembar</translation>
    </message>
    <message>
        <source>Villages listed on each sheet</source>
        <translation>Desa/kelurahan yang didaftar pada setiap lembar</translation>
    </message>
    <message>
        <source>Sheet number</source>
        <translation>Nomor lembar</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edisi</translation>
    </message>
    <message>
        <source>Regency (empty: as in the settings)</source>
        <translation>Kabupaten/kota (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Office (empty: as in the settings)</source>
        <translation>Instansi (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Address (empty: as in the settings)</source>
        <translation>Alamat (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Place of the signature</source>
        <translation>Tempat penandatanganan</translation>
    </message>
    <message>
        <source>Position of who signs (empty: as in the settings)</source>
        <translation>Jabatan penanda tangan (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Name of who signs (empty: as in the settings)</source>
        <translation>Nama penanda tangan (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Rank of who signs (empty: as in the settings)</source>
        <translation>Pangkat penanda tangan (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>NIP of who signs (empty: as in the settings)</source>
        <translation>NIP penanda tangan (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Logo (empty: as in the settings)</source>
        <translation>Logo (kosong: seperti pada pengaturan)</translation>
    </message>
    <message>
        <source>Template of your own: a file or its name</source>
        <translation>Templat sendiri: berkas atau namanya</translation>
    </message>
    <message>
        <source>Layer of the location map (empty: provinces)</source>
        <translation>Layer diagram lokasi (kosong: provinsi)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Tidak ditampilkan</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>PDF and PNG</source>
        <translation>PDF dan PNG</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Titik per inci</translation>
    </message>
    <message>
        <source>Atlas: a PDF for each sheet</source>
        <translation>Atlas: satu PDF untuk setiap lembar</translation>
    </message>
    <message>
        <source>A3 portrait</source>
        <translation>A3 tegak</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 mendatar</translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation>A4 tegak</translation>
    </message>
    <message>
        <source>A1 landscape</source>
        <translation>A1 mendatar</translation>
    </message>
    <message>
        <source>A1 portrait</source>
        <translation>A1 tegak</translation>
    </message>
    <message>
        <source>A0 landscape</source>
        <translation>A0 mendatar</translation>
    </message>
    <message>
        <source>A0 portrait</source>
        <translation>A0 tegak</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Sheet number and edition</source>
        <translation>Nomor lembar dan edisi</translation>
    </message>
    <message>
        <source>North arrow and scale</source>
        <translation>Arah utara dan skala</translation>
    </message>
    <message>
        <source>Notes on boundaries and areas</source>
        <translation>Catatan tentang batas dan luas</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Hak cipta</translation>
    </message>
    <message>
        <source>Index of sheets and location</source>
        <translation>Petunjuk letak peta dan diagram lokasi</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>Map sheets</source>
        <translation>Lembar peta</translation>
    </message>
    <message>
        <source>Puts layers on map sheets, one or an atlas, and writes them as PDF and PNG.</source>
        <translation>Menyusun layer pada lembar peta, satu lembar atau atlas, lalu menyimpannya sebagai PDF dan PNG.</translation>
    </message>
    <message>
        <source>Number of sheets</source>
        <translation>Jumlah lembar</translation>
    </message>
    <message>
        <source>A map sheet at {scale} in {crs} was written: {files}.</source>
        <translation>Lembar peta berskala {scale} dalam {crs} telah disimpan: {files}.</translation>
    </message>
    <message>
        <source>{n} map sheets in {crs} were written: {files}.</source>
        <translation>{n} lembar peta dalam {crs} telah disimpan: {files}.</translation>
    </message>
    <message>
        <source>QGIS can&apos;t read a GeoPackage on the drive of {path}, which shares no memory between programs: save the project on another drive, or set qgis/walForSqlite3 to false in Settings &gt; Options &gt; Advanced.</source>
        <translation>QGIS tidak dapat membaca GeoPackage di drive {path}, yang tidak berbagi memori antarprogram: simpan proyek di drive lain, atau atur qgis/walForSqlite3 menjadi false di Settings &gt; Options &gt; Advanced.</translation>
    </message>
    <message>
        <source>The own words “{word}” are said to mean “{meaning}”, which is none of the words known here: give one of those the help lists.</source>
        <translation>Kata sendiri “{word}” disebut berarti “{meaning}”, yang bukan kata yang dikenal di sini: berikan salah satu kata yang tercantum di bantuan.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}); nothing was changed in the folder: close the programs that have it open, or choose another folder.</source>
        <translation>{file} tidak dapat ditulis ({reason}); tidak ada yang diubah di folder itu: tutup program yang membukanya, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>Towers across the border</source>
        <translation>Menara di seberang batas</translation>
    </message>
    <message>
        <source>Tells how much of each border village neighbouring regencies cover.</source>
        <translation>Menunjukkan seberapa banyak tiap desa/kelurahan perbatasan dilayani kabupaten tetangga.</translation>
    </message>
    <message>
        <source>Code field of the neighbours</source>
        <translation>Kolom kode tetangga</translation>
    </message>
    <message>
        <source>Name field of the neighbours</source>
        <translation>Kolom nama tetangga</translation>
    </message>
    <message>
        <source>Radius of a proposed site (m)</source>
        <translation>Radius lokasi usulan (m)</translation>
    </message>
    <message>
        <source>Border villages and neighbours</source>
        <translation>Desa/kelurahan perbatasan dan tetangga</translation>
    </message>
    <message>
        <source>Neighbours, summed up</source>
        <translation>Ringkasan tetangga</translation>
    </message>
    <message>
        <source>Sites, own and of neighbours</source>
        <translation>BTS sendiri dan tetangga</translation>
    </message>
    <message>
        <source>Proposed sites, people here and across</source>
        <translation>Lokasi usulan, penduduk di sini dan di seberang</translation>
    </message>
    <message>
        <source>Cellular sites in the areas</source>
        <translation>BTS di dalam wilayah</translation>
    </message>
    <message>
        <source>Sites of neighbours within reach</source>
        <translation>BTS tetangga yang menjangkau</translation>
    </message>
    <message>
        <source>Border villages</source>
        <translation>Desa/kelurahan perbatasan</translation>
    </message>
    <message>
        <source>Villages that neighbours cover in part</source>
        <translation>Desa/kelurahan yang sebagian dilayani tetangga</translation>
    </message>
    <message>
        <source>Villages whose status rests on a neighbour</source>
        <translation>Desa/kelurahan yang statusnya bergantung pada tetangga</translation>
    </message>
    <message>
        <source>Area covered by neighbours alone (km²)</source>
        <translation>Luas yang hanya dilayani tetangga (km²)</translation>
    </message>
    <message>
        <source>People covered by neighbours alone</source>
        <translation>Penduduk yang hanya dilayani tetangga</translation>
    </message>
    <message>
        <source>{n} sites outside the areas reach none of them and were left out.</source>
        <translation>{n} BTS di luar wilayah tidak menjangkau wilayah mana pun dan tidak disertakan.</translation>
    </message>
    <message>
        <source>{n} sites reach the areas from ground that is neither theirs nor any neighbour&apos;s: they count for coverage and belong to nobody.</source>
        <translation>{n} BTS menjangkau wilayah dari tempat yang bukan wilayah sendiri maupun tetangga: dihitung dalam cakupan dan bukan milik siapa pun.</translation>
    </message>
    <message>
        <source>Without a population layer nobody knows whom the proposed sites would reach.</source>
        <translation>Tanpa layer penduduk tidak diketahui siapa yang akan dijangkau lokasi usulan.</translation>
    </message>
    <message>
        <source>{sites} sites of neighbours reach the areas and cover a part of {villages} villages; neighbours alone cover {km2} km², and {depend} villages would have another status without them.</source>
        <translation>{sites} BTS tetangga menjangkau wilayah dan melayani sebagian dari {villages} desa/kelurahan; {km2} km² hanya dilayani tetangga, dan {depend} desa/kelurahan akan berstatus lain tanpanya.</translation>
    </message>
    <message>
        <source>{people} people are covered by neighbours alone.</source>
        <translation>{people} jiwa hanya dilayani tetangga.</translation>
    </message>
    <message>
        <source>Standing of the Wi-Fi programme</source>
        <translation>Keadaan program Wi-Fi</translation>
    </message>
    <message>
        <source>Counts active, faulty and planned Wi-Fi points, per village and programme.</source>
        <translation>Menghitung titik Wi-Fi yang aktif, gangguan dan direncanakan, per desa/kelurahan dan program.</translation>
    </message>
    <message>
        <source>Target: number of points (empty: all points)</source>
        <translation>Target: jumlah titik (kosong: semua titik)</translation>
    </message>
    <message>
        <source>As of (a date; empty: the newest of the data)</source>
        <translation>Per tanggal (kosong: yang terbaru dalam data)</translation>
    </message>
    <message>
        <source>Status table with newer statements</source>
        <translation>Tabel status dengan keterangan lebih baru</translation>
    </message>
    <message>
        <source>Own words for a status</source>
        <translation>Kata sendiri untuk status</translation>
    </message>
    <message>
        <source>Wi-Fi programme per village</source>
        <translation>Program Wi-Fi per desa/kelurahan</translation>
    </message>
    <message>
        <source>Wi-Fi programme per kecamatan</source>
        <translation>Program Wi-Fi per kecamatan</translation>
    </message>
    <message>
        <source>Wi-Fi points per programme</source>
        <translation>Titik Wi-Fi per program</translation>
    </message>
    <message>
        <source>Wi-Fi points, updated</source>
        <translation>Titik Wi-Fi, diperbarui</translation>
    </message>
    <message>
        <source>Card text</source>
        <translation>Teks kartu</translation>
    </message>
    <message>
        <source>Id field of the Wi-Fi points</source>
        <translation>Kolom id titik Wi-Fi</translation>
    </message>
    <message>
        <source>Village code field of the Wi-Fi points</source>
        <translation>Kolom kode desa titik Wi-Fi</translation>
    </message>
    <message>
        <source>Programme field</source>
        <translation>Kolom program</translation>
    </message>
    <message>
        <source>Funder field</source>
        <translation>Kolom sumber dana</translation>
    </message>
    <message>
        <source>Link field (fibre, radio, Starlink, VSAT)</source>
        <translation>Kolom koneksi (serat optik, radio, Starlink, VSAT)</translation>
    </message>
    <message>
        <source>Bandwidth field (Mbps)</source>
        <translation>Kolom kecepatan (Mbps)</translation>
    </message>
    <message>
        <source>Date field</source>
        <translation>Kolom tanggal</translation>
    </message>
    <message>
        <source>Id field of the status table</source>
        <translation>Kolom id tabel status</translation>
    </message>
    <message>
        <source>Status field of the status table</source>
        <translation>Kolom status tabel status</translation>
    </message>
    <message>
        <source>Date field of the status table</source>
        <translation>Kolom tanggal tabel status</translation>
    </message>
    <message>
        <source>Points updated</source>
        <translation>Titik yang diperbarui</translation>
    </message>
    <message>
        <source>Active points, % of the target</source>
        <translation>Titik aktif, % dari target</translation>
    </message>
    <message>
        <source>{active} of {target} points active</source>
        <translation>{active} dari {target} titik aktif</translation>
    </message>
    <message>
        <source>{active} of {target} points active as of {date}</source>
        <translation>{active} dari {target} titik aktif per {date}</translation>
    </message>
    <message>
        <source>The data tell of {last}, which is after the date given ({given}).</source>
        <translation>Data menyebut {last}, sesudah tanggal yang diberikan ({given}).</translation>
    </message>
    <message>
        <source>{n} gaps lie outside the areas: they are left out.</source>
        <translation>{n} area blank spot berada di luar wilayah: tidak dipakai.</translation>
    </message>
    <message>
        <source>No settlement lies in a gap: there is nothing to propose.</source>
        <translation>Tidak ada permukiman di area blank spot: tidak ada yang perlu diusulkan.</translation>
    </message>
    <message>
        <source>{n} proposal points in {villages} villages: {blank} blank, {weak} weak; {earlier} were proposed before.</source>
        <translation>{n} titik usulan di {villages} desa/kelurahan: {blank} blank spot, {weak} sinyal lemah; {earlier} sudah pernah diusulkan.</translation>
    </message>
    <message>
        <source>{people} people live there.</source>
        <translation>{people} jiwa tinggal di sana.</translation>
    </message>
    <message>
        <source>{n} settlement parts were too small and left out.</source>
        <translation>{n} bagian permukiman terlalu kecil dan tidak dipakai.</translation>
    </message>
    <message>
        <source>The columns of the form are not checked against the official form.</source>
        <translation>Kolom formulir belum dicocokkan dengan formulir resmi.</translation>
    </message>
    <message>
        <source>One point for each settlement in a gap, with all that a proposal asks for.</source>
        <translation>Satu titik untuk tiap permukiman di area blank spot, dengan semua isian usulan.</translation>
    </message>
    <message>
        <source>Table for the form</source>
        <translation>Tabel untuk formulir</translation>
    </message>
    <message>
        <source>Proposed already</source>
        <translation>Sudah diusulkan</translation>
    </message>
    <message>
        <source>Villages with a proposal point</source>
        <translation>Desa/kelurahan dengan titik usulan</translation>
    </message>
    <message>
        <source>People at the proposal points</source>
        <translation>Penduduk di titik usulan</translation>
    </message>
    <message>
        <source>Name field of the settlements</source>
        <translation>Kolom nama permukiman</translation>
    </message>
    <message>
        <source>Households field of the settlements</source>
        <translation>Kolom kepala keluarga permukiman</translation>
    </message>
    <message>
        <source>Gaps (none: computed from the coverage)</source>
        <translation>Area blank spot (kosong: dihitung dari cakupan layanan)</translation>
    </message>
    <message>
        <source>Kecamatan code field of the areas</source>
        <translation>Kolom kode kecamatan wilayah</translation>
    </message>
    <message>
        <source>Kecamatan name field of the areas</source>
        <translation>Kolom nama kecamatan wilayah</translation>
    </message>
    <message>
        <source>Name field of the sites</source>
        <translation>Kolom nama BTS</translation>
    </message>
    <message>
        <source>Facilities up to this far from a settlement (m)</source>
        <translation>Fasilitas umum sampai jarak ini dari permukiman (m)</translation>
    </message>
    <message>
        <source>Earlier proposals</source>
        <translation>Usulan terdahulu</translation>
    </message>
    <message>
        <source>Year field of the earlier proposals</source>
        <translation>Kolom tahun usulan terdahulu</translation>
    </message>
    <message>
        <source>Proposed already within (m)</source>
        <translation>Sudah diusulkan dalam jarak (m)</translation>
    </message>
    <message>
        <source>Drop settlement parts smaller than (m²)</source>
        <translation>Abaikan bagian permukiman yang lebih kecil dari (m²)</translation>
    </message>
    <message>
        <source>SIGNAL (the ministry&apos;s)</source>
        <translation>SIGNAL (kementerian)</translation>
    </message>
    <message>
        <source>PASTI BAKTI (the universal-service agency&apos;s)</source>
        <translation>PASTI BAKTI (BAKTI)</translation>
    </message>
    <message>
        <source>The own budget</source>
        <translation>Anggaran sendiri (APBD)</translation>
    </message>
    <message>
        <source>Form, not checked against the official one</source>
        <translation>Formulir, belum dicocokkan dengan yang resmi</translation>
    </message>
    <message>
        <source>Columns of the form (empty: those it comes with)</source>
        <translation>Kolom formulir (kosong: kolom bawaan)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>The names of the columns end in row {row} of the sheet: it and the rows above it are no data and were left out.</source>
        <translation>Nama kolom berakhir di baris {row} lembar kerja: baris itu dan baris di atasnya bukan data dan tidak diikutkan.</translation>
    </message>
    <message>
        <source>All coordinates are rounded to about {metres} m: ask whoever runs the service for more decimals of a degree (GeoServer: number of decimals), or for a file.</source>
        <translation>Semua koordinat dibulatkan hingga sekitar {metres} m: minta pengelola layanan menambah angka desimal derajat (GeoServer: number of decimals), atau minta berkasnya.</translation>
    </message>
    <message>
        <source>It leads to {links} for more, which did not come: give these addresses one by one, or have all of it saved in one file.</source>
        <translation>Isinya menunjuk ke {links} untuk data lain, yang tidak ikut diambil: masukkan alamat itu satu per satu, atau minta semuanya disimpan dalam satu berkas.</translation>
    </message>
    <message>
        <source>Definitions and sensitivity</source>
        <translation>Definisi operasional dan kepekaan</translation>
    </message>
    <message>
        <source>Tells which villages are blank whatever the definition and the radius.</source>
        <translation>Menunjukkan desa/kelurahan yang blank spot apa pun definisi dan radiusnya.</translation>
    </message>
    <message>
        <source>Radii shorter and longer by (%)</source>
        <translation>Radius lebih pendek dan lebih panjang sebesar (%)</translation>
    </message>
    <message>
        <source>Sensitivity per village</source>
        <translation>Kepekaan per desa/kelurahan</translation>
    </message>
    <message>
        <source>Villages by definition and radius</source>
        <translation>Desa/kelurahan menurut definisi dan radius</translation>
    </message>
    <message>
        <source>Villages always blank</source>
        <translation>Desa/kelurahan selalu blank spot</translation>
    </message>
    <message>
        <source>Villages that depend on definition or radius</source>
        <translation>Desa/kelurahan yang bergantung pada definisi atau radius</translation>
    </message>
    <message>
        <source>Villages never blank</source>
        <translation>Desa/kelurahan tidak pernah blank spot</translation>
    </message>
    <message>
        <source>Villages without any operator</source>
        <translation>Desa/kelurahan tanpa operator</translation>
    </message>
    <message>
        <source>Villages with one operator only</source>
        <translation>Desa/kelurahan dengan satu operator saja</translation>
    </message>
    <message>
        <source>By {definitions} definitions the blank villages are {fewest} to {most}. With radii of {low} to {high} %: {always} always blank, {depends} depend on the definition or the radius, {never} never blank.</source>
        <translation>Menurut {definitions} definisi operasional, desa/kelurahan blank spot berjumlah {fewest} sampai {most}. Dengan radius {low} sampai {high} %: {always} selalu blank spot, {depends} bergantung pada definisi atau radius, {never} tidak pernah blank spot.</translation>
    </message>
    <message>
        <source>{none} villages have no operator, {one} have one only.</source>
        <translation>{none} desa/kelurahan tanpa operator, {one} dengan satu operator saja.</translation>
    </message>
    <message>
        <source>Share with other offices</source>
        <translation>Bagikan ke perangkat daerah lain</translation>
    </message>
    <message>
        <source>Writes layers in five formats, with metadata and without personal data.</source>
        <translation>Menulis layer dalam lima format, dengan metadata dan tanpa data pribadi.</translation>
    </message>
    <message>
        <source>Layers and tables</source>
        <translation>Layer dan tabel</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Meaning of further fields</source>
        <translation>Arti kolom lainnya</translation>
    </message>
    <message>
        <source>Owner (empty: the office in the options)</source>
        <translation>Pemilik (kosong: dinas pada pengaturan)</translation>
    </message>
    <message>
        <source>Period of the data</source>
        <translation>Periode data</translation>
    </message>
    <message>
        <source>Source (empty: where the layers came from)</source>
        <translation>Sumber (kosong: asal layer)</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>Kode yang dipakai</translation>
    </message>
    <message>
        <source>With personal data</source>
        <translation>Dengan data pribadi</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nama folder</translation>
    </message>
    <message>
        <source>Where to put the folder</source>
        <translation>Tempat folder</translation>
    </message>
    <message>
        <source>Folder to share</source>
        <translation>Folder untuk dibagikan</translation>
    </message>
    <message>
        <source>Features and rows</source>
        <translation>Fitur dan baris</translation>
    </message>
    <message>
        <source>Personal fields left out</source>
        <translation>Kolom data pribadi yang tidak disertakan</translation>
    </message>
    <message>
        <source>Fields without a definition</source>
        <translation>Kolom tanpa definisi</translation>
    </message>
    <message>
        <source>Rows of indicators</source>
        <translation>Baris indikator</translation>
    </message>
    <message>
        <source>“{name}” can't be the name of a folder: choose letters and digits.</source>
        <translation>“{name}” tidak dapat menjadi nama folder: pilih huruf dan angka.</translation>
    </message>
    <message>
        <source>{input} has no column of names (indikator) or none of targets (target, or target_2026 for each year); it has {fields}.</source>
        <translation>{input} tidak mempunyai kolom nama (indikator) atau kolom target (target, atau target_2026 untuk tiap tahun); kolomnya {fields}.</translation>
    </message>
    <message>
        <source>{input} needs a column “field”; it may have {fields}.</source>
        <translation>{input} memerlukan kolom “field”; kolom yang mungkin: {fields}.</translation>
    </message>
    <message>
        <source>{n} layers with {rows} features and rows, in {files} files; {left} personal fields were left out, {without} fields have no definition.</source>
        <translation>{n} layer dengan {rows} fitur dan baris, dalam {files} berkas; {left} kolom data pribadi tidak disertakan, {without} kolom tanpa definisi.</translation>
    </message>
    <message>
        <source>{layer}: personal data are shared because you asked for it: {fields}.</source>
        <translation>{layer}: data pribadi dibagikan karena Anda memintanya: {fields}.</translation>
    </message>
    <message>
        <source>{layer}: fields with personal data were left out: {fields}.</source>
        <translation>{layer}: kolom dengan data pribadi tidak disertakan: {fields}.</translation>
    </message>
    <message>
        <source>a person&apos;s name</source>
        <translation>nama orang</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>surel</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>nomor identitas</translation>
    </message>
    <message>
        <source>address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>birth or age</source>
        <translation>kelahiran atau umur</translation>
    </message>
    <message>
        <source>{layer}: a shapefile cuts these names of fields to 10 characters: {fields}.</source>
        <translation>{layer}: shapefile memotong nama kolom ini menjadi 10 huruf: {fields}.</translation>
    </message>
    <message>
        <source>Codes of the areas as given, compared without dots</source>
        <translation>Kode wilayah sebagaimana diberikan, dibandingkan tanpa titik</translation>
    </message>
    <message>
        <source>Codes in more than one row of the areas, and in how many: {codes}.</source>
        <translation>Kode yang terdapat di beberapa baris wilayah, dan di berapa baris: {codes}.</translation>
    </message>
    <message>
        <source>{input}: “{layer}” is no vector layer or table: take it out.</source>
        <translation>{input}: “{layer}” bukan layer vektor atau tabel: keluarkan.</translation>
    </message>
    <message>
        <source>{input} is needed: choose one of the fields {fields}.</source>
        <translation>{input} diperlukan: pilih salah satu kolom {fields}.</translation>
    </message>
    <message>
        <source>There is nothing to compare: give one of these pairs: {pairs}.</source>
        <translation>Tidak ada yang dapat dibandingkan: berikan salah satu pasangan ini: {pairs}.</translation>
    </message>
    <message>
        <source>{input} and {other} exclude one another: give one of them.</source>
        <translation>{input} dan {other} tidak dapat diberikan bersama: berikan salah satunya.</translation>
    </message>
    <message>
        <source>{input} is needed for {other}: choose a layer.</source>
        <translation>{input} diperlukan untuk {other}: pilih layer.</translation>
    </message>
    <message>
        <source>{input} has no field “{field}”: choose an output of “Statistics per village” or “Blank-spot analysis”.</source>
        <translation>{input} tidak mempunyai kolom “{field}”: pilih keluaran “Statistik per desa/kelurahan” atau “Analisis blank spot”.</translation>
    </message>
    <message>
        <source>{input} ({day}) is not before {other} ({other_day}): are the two swapped?</source>
        <translation>{input} ({day}) tidak mendahului {other} ({other_day}): apakah keduanya tertukar?</translation>
    </message>
    <message>
        <source>{input} must not be above {other}: change one of them.</source>
        <translation>{input} tidak boleh di atas {other}: ubah salah satunya.</translation>
    </message>
    <message>
        <source>{input}: “{value}” is no date; write it as 2026-11-24.</source>
        <translation>{input}: “{value}” bukan tanggal; tulis seperti 2026-11-24.</translation>
    </message>
    <message>
        <source>{layer}: fields taken by their name: {fields}.</source>
        <translation>{layer}: kolom yang dikenali dari namanya: {fields}.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Jiwa</translation>
    </message>
    <message>
        <source>“{name}” lies where the areas do: it is no neighbour.</source>
        <translation>“{name}” terletak di wilayah sendiri: bukan tetangga.</translation>
    </message>
    <message>
        <source>{layer}: {n} rows without a geometry are not in the KMZ, which can&apos;t hold them.</source>
        <translation>{layer}: {n} baris tanpa geometri tidak ada di KMZ, yang tidak dapat memuatnya.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
</context>
</TS>
