/** News of our own in languages that newsrooms publish in: ISO 639-3 and two beginnings of reports each. */
export const REPORTS: readonly (readonly [language: string, ...reports: string[]])[] = [
  [
    'deu',
    'Die Bürgermeisterin von Wexmoor, Olivia Tarn, hat am Montag eine Bibliothek eröffnet. „Es ist warm und sie gehört uns“, sagte Tarn vor rund vierhundert Menschen. Das alte Gebäude war im Frühjahr nach einem langen Streit über das Dach geschlossen worden.',
    'Der Hafen der Stadt soll im nächsten Jahr umgebaut werden, teilte die Verwaltung mit. Die Fischer hoffen, dass die Gebühren nicht steigen. Der Vorsitzende des Ausschusses wollte sich zu den Kosten nicht äußern, verwies aber auf einen Bericht vom Herbst.',
  ],
  [
    'fra',
    'La maire de Wexmoor, Olive Tarn, a inauguré lundi une bibliothèque devant quatre cents personnes. « Elle est chaude et elle est à nous », a déclaré Mme Tarn. L’ancien bâtiment avait été fermé au printemps après une longue querelle au sujet de la toiture.',
    'Le port de la ville sera reconstruit l’année prochaine, ont annoncé les autorités. Les pêcheurs espèrent que les redevances n’augmenteront pas. Le président de la commission a refusé de parler du coût des travaux, renvoyant à un rapport publié cet automne.',
  ],
  [
    'spa',
    'La alcaldesa de Wexmoor, Olive Tarn, inauguró el lunes una biblioteca ante cuatrocientas personas. «Es cálida y es nuestra», dijo Tarn en la puerta del edificio. La antigua sede había sido cerrada en primavera tras una larga disputa sobre el tejado.',
    'El puerto de la ciudad será reformado el año que viene, según informó el ayuntamiento. Los pescadores esperan que no suban las tasas. El presidente de la comisión no quiso hablar del coste de las obras y se remitió a un informe publicado en otoño.',
  ],
  [
    'ita',
    'La sindaca di Wexmoor, Olive Tarn, ha inaugurato lunedì una biblioteca davanti a quattrocento persone. «È calda ed è nostra», ha detto Tarn sulla soglia dell’edificio. La vecchia sede era stata chiusa in primavera dopo una lunga lite sul tetto.',
    'Il porto della città sarà ricostruito l’anno prossimo, ha annunciato il comune. I pescatori sperano che le tariffe non aumentino. Il presidente della commissione non ha voluto parlare dei costi e ha rinviato a una relazione pubblicata in autunno.',
  ],
  [
    'por',
    'A presidente da câmara de Wexmoor, Olive Tarn, inaugurou na segunda-feira uma biblioteca perante quatrocentas pessoas. «É quente e é nossa», disse Tarn à porta do edifício. O antigo prédio tinha sido fechado na primavera depois de uma longa disputa sobre o telhado.',
    'O porto da cidade vai ser remodelado no próximo ano, anunciou a autarquia. Os pescadores esperam que as taxas não subam. O presidente da comissão não quis falar sobre o custo das obras e remeteu para um relatório publicado no outono.',
  ],
  [
    'nld',
    'De burgemeester van Wexmoor, Olive Tarn, heeft maandag een bibliotheek geopend in het bijzijn van vierhonderd mensen. “Het is warm en het is van ons”, zei Tarn bij de deur van het gebouw. Het oude pand was in het voorjaar gesloten na een lange ruzie over het dak.',
    'De haven van de stad wordt volgend jaar verbouwd, heeft het bestuur bekendgemaakt. De vissers hopen dat de tarieven niet stijgen. De voorzitter van de commissie wilde niets over de kosten zeggen en verwees naar een verslag dat in de herfst is verschenen.',
  ],
  [
    'swe',
    'Borgmästaren i Wexmoor, Olive Tarn, invigde på måndagen ett bibliotek inför fyrahundra personer. ”Det är varmt och det är vårt”, sade Tarn vid dörren till byggnaden. Det gamla huset stängdes i våras efter en lång strid om taket.',
    'Stadens hamn ska byggas om nästa år, meddelade kommunen. Fiskarna hoppas att avgifterna inte stiger. Ordföranden i utskottet ville inte säga något om kostnaderna utan hänvisade till en rapport som kom i höstas.',
  ],
  [
    'dan',
    'Borgmesteren i Wexmoor, Olive Tarn, åbnede mandag et bibliotek foran fire hundrede mennesker. »Det er varmt, og det er vores«, sagde Tarn ved døren til bygningen. Det gamle hus blev lukket i foråret efter en lang strid om taget.',
    'Byens havn skal bygges om næste år, oplyser kommunen. Fiskerne håber, at afgifterne ikke stiger. Formanden for udvalget ville ikke sige noget om udgifterne, men henviste til en rapport, der blev offentliggjort i efteråret.',
  ],
  [
    'pol',
    'Burmistrzyni Wexmoor Olive Tarn otworzyła w poniedziałek bibliotekę w obecności czterystu osób. „Jest ciepła i jest nasza” – powiedziała Tarn przed drzwiami budynku. Stary gmach zamknięto wiosną po długim sporze o dach.',
    'Port miejski zostanie w przyszłym roku przebudowany, poinformowały władze. Rybacy mają nadzieję, że opłaty nie wzrosną. Przewodniczący komisji nie chciał mówić o kosztach i odesłał do raportu, który opublikowano jesienią.',
  ],
  [
    'tur',
    'Wexmoor Belediye Başkanı Olive Tarn, pazartesi günü dört yüz kişinin önünde bir kütüphane açtı. Tarn binanın kapısında “Sıcak ve bizim” dedi. Eski bina, çatı yüzünden çıkan uzun bir anlaşmazlığın ardından ilkbaharda kapatılmıştı.',
    'Kentin limanı gelecek yıl yenilenecek, dedi yetkililer. Balıkçılar ücretlerin artmayacağını umuyor. Komisyon başkanı maliyet hakkında konuşmak istemedi ve sonbaharda yayımlanan bir rapora işaret etti.',
  ],
  [
    'ron',
    'Primărița orașului Wexmoor, Olive Tarn, a deschis luni o bibliotecă în fața a patru sute de oameni. „Este caldă și este a noastră”, a spus Tarn la ușa clădirii. Vechiul sediu fusese închis în primăvară după o lungă dispută privind acoperișul.',
    'Portul orașului va fi reconstruit anul viitor, au anunțat autoritățile. Pescarii speră că taxele nu vor crește. Președintele comisiei nu a vrut să vorbească despre costuri și a trimis la un raport publicat în toamnă.',
  ],
  [
    'ind',
    'Wali kota Wexmoor, Olive Tarn, membuka sebuah perpustakaan pada hari Senin di hadapan empat ratus orang. “Tempat ini hangat dan milik kita,” kata Tarn di depan pintu gedung itu. Gedung lama ditutup pada musim semi setelah perselisihan panjang tentang atap.',
    'Pelabuhan kota akan dibangun kembali tahun depan, kata pemerintah setempat. Para nelayan berharap biaya tidak akan naik. Ketua komisi tidak mau berbicara tentang biaya dan merujuk pada laporan yang diterbitkan pada musim gugur.',
  ],
  [
    'fin',
    'Wexmoorin pormestari Olive Tarn avasi maanantaina kirjaston neljänsadan ihmisen edessä. ”Se on lämmin ja se on meidän”, Tarn sanoi rakennuksen ovella. Vanha talo suljettiin keväällä pitkän kattoa koskevan riidan jälkeen.',
    'Kaupungin satama rakennetaan uudelleen ensi vuonna, kaupunki kertoi. Kalastajat toivovat, etteivät maksut nouse. Lautakunnan puheenjohtaja ei halunnut puhua kustannuksista vaan viittasi syksyllä julkaistuun raporttiin.',
  ],
  [
    'rus',
    'Мэр Вексмура Олив Тарн в понедельник открыла библиотеку в присутствии четырёхсот человек. «Здесь тепло, и она наша», — сказала Тарн у дверей здания. Старое здание закрыли весной после долгого спора о крыше.',
    'Порт города перестроят в следующем году, сообщили власти. Рыбаки надеются, что сборы не вырастут. Председатель комиссии отказался говорить о стоимости работ и сослался на доклад, опубликованный осенью.',
  ],
];

/** Reports in English, in the manners of news: plain, full of names, of numbers, of quotations. */
export const ENGLISH: readonly string[] = [
  'Mayor Olive Tarn opened a library in Wexmoor on Monday before four hundred people. “It is warm and it is ours,” Tarn said at the door of the building. The old house was closed in spring after a long fight over its roof.',
  'The port of the city is to be rebuilt next year, officials said. Fishermen hope that fees will not rise. The chair of the committee declined to speak about costs and pointed to a report that came out in autumn.',
  'Shares of Penhallow Mining fell 4.2% to $31.07 on Tuesday after quarterly profit of $18.4 million missed estimates of $22 million. Revenue rose 3% to $402 million. Rivals Harlow Copper and Pitford Zinc lost 1.1% and 0.8%.',
  'Ada Bo, Cy Dee, Ralph Penhallow, Ottoline Marsh and Olive Tarn of Wexmoor met Peter Horn, Paul Imre and Dale Holm of Castleton United at the Pitford Hotel in Harlow on Friday, said Mauro Pochetti, who was there as well.',
  '“We stay,” she said. “You go. I can’t. Why would I? My mother is here, my boys are here, and nobody has told me what is on the other side of that river. So we stay, and if they come, they come, and we’ll see who is left.”',
  'Castleton 2, Wexmoor 1: Holm 12, 44; Crane 78. Harlow 0, Pitford 0. The leaders have won nine of their last ten games and lead the league by seven points with six left to play. Crane is out for three weeks with a sore knee.',
  'The court ruled 5-4 that the state may not tax a church hall that is let for weddings. Justice Marsh, writing for the majority, said the law “does not ask what is sung”. Four justices dissented without giving their reasons.',
  'A fire destroyed two warehouses in the harbour district early on Sunday. No one was hurt. Firefighters from three towns fought the blaze for six hours, Chief Imre said, adding that its cause was not yet known to investigators.',
  'Rain is expected through Thursday in the north, with gusts up to 60 miles per hour along the coast. Ferries between Wexmoor and the islands will not run before Friday, the operator said, and schools on the islands stay shut.',
  'The film opens with a long shot of a frozen lake. Nothing moves. Then a boy walks out, and for eleven minutes we watch him cut a hole in the ice. It is the best thing that Bo has made, and it will bore half of its audience.',
  'Scientists have found that whales off the coast sing at a lower pitch than they did ten years ago. The reason is unclear, but the team from Harlow University thinks that there are simply more whales, who need not shout.',
  'The bank will cut 900 jobs and close 40 branches by the end of next year, it said in a statement. Unions called the plan shameful. “They made two billion last year,” said Dee, who leads the largest of them, in an interview.',
];
