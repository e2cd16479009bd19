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
        <source>Sample: {table}</source>
        <translation>Contoh: {table}</translation>
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
        <source>Writes an A3 map sheet as PDF and PNG, and opens it</source>
        <translation>Menulis lembar peta A3 sebagai PDF dan PNG, lalu membukanya</translation>
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
        <source>{new} new blank spots, {solved} solved, {worse} weaker, {better} better, {same} still blank.</source>
        <translation>{new} blank spot baru, {solved} teratasi, {worse} melemah, {better} membaik, {same} tetap blank spot.</translation>
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
        <source>Keep what is there as a snapshot</source>
        <translation>Simpan yang sekarang sebagai potret data</translation>
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
</context>
</TS>
