import { wordSet } from '../../lexicon/closed-classes.ts';

/** Things on sale and machines that everybody knows by a name of their own, in small letters; by hand, since no open list has them. */
export const PRODUCTS: ReadonlySet<string> = new Set(
  `Xbox|Xbox One|Xbox 360|Xbox Live|PlayStation|PlayStation 2|PlayStation 3|PlayStation 4|PlayStation 5|PS2|PS3|PS4|PS5|
  Nintendo Switch|Game Boy|GameCube|Gamecube|Wii|Wii U|Kinect|Stadia|Steam Deck|iPod|iPhone|iPad|iMac|iTunes|iCloud|iOS|
  macOS|MacBook|MacBook Pro|MacBook Air|MacBooks|Mac mini|Mac Pro|AirPods|AirPods Pro|Apple Watch|Apple TV|Apple Pay|
  Apple Music|FaceTime|iMessage|Siri|Android|Chromebook|Chromecast|Gmail|Google Maps|Google Earth|Google Docs|Google Chrome|
  Google Glass|Internet Explorer|Windows|Windows XP|Windows Vista|Windows 7|Windows 10|Microsoft Office|Microsoft Word|
  Microsoft Excel|Microsoft Teams|Outlook Express|PowerPoint|Photoshop|Acrobat|Adobe Acrobat|Adobe Reader|
  Linux|Ubuntu|Kindle|Kindle Fire|Echo Dot|Amazon Echo|Fire TV|Surface Pro|
  Samsung Galaxy|ChatGPT|Prius|Corolla|Camry|Dreamliner|Humvee|Humvees|Kalashnikov|
  Soyuz|Starship|Falcon 9|Falcon Heavy|Tomahawk|Viagra|Prozac|Tylenol|OxyContin|Tamiflu|Botox|Zyprexa|Vioxx`
    .split('|')
    .map((name) => name.trim().toLowerCase()),
);

/** "the console X", "X, a browser": nouns that tell a thing on sale or a machine. */
export const PRODUCT_NOUNS = wordSet(`app browser console gadget handset laptop smartphone tablet sedan hatchback
  convertible coupe supercar minivan rocket lander spacecraft probe missile drone warplane antidepressant painkiller
  vaccine software`);

/** "Boeing 747", "Lexus IS 300", "Canon SX40": numbers and codes of models, but for years. */
export const MODEL_NUMBER =
  /^(?!(?:19|20)\d\d$)(?:\d{3,4}s?|[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}|\d{3}[A-Z]{1,2}|\d{3}-\d{1,3}[A-Z]*)$/;
export const MODEL_LETTERS = /^[A-Z]{1,3}$/;
/** What may stand behind a number: "Boeing 787 Dreamliner", "Airbus A350 XWB". */
export const MODEL_TAIL = /^(?:Dreamliner|Freighter|Jumbo|MAX|Max|XWB|neo)s?$/;

/** Makers who number what they make. */
export const MAKERS =
  wordSet(`airbus boeing antonov tupolev ilyushin sukhoi embraer bombardier cessna gulfstream lockheed
  mcdonnell douglas saab volvo audi bmw mercedes mercedes-benz lexus mazda peugeot renault fiat ferrari porsche volkswagen
  vw infiniti cadillac chrysler pontiac ford toyota canon nikon nokia sony samsung motorola garmin intel amd nvidia dassault`);

/** What makers call their best-known things: "Ford Escort", "Apple Watch". */
export const MODELS: ReadonlyMap<string, RegExp> = new Map([
  ['Adobe', /^(?:Acrobat|Flash|Illustrator|Lightroom|Photoshop|Reader)$/],
  ['Amazon', /^(?:Echo|Fire|Kindle|Prime)$/],
  ['Apple', /^(?:iPhones?|iPads?|iPods?|Mac|Music|Pay|TV|Watch)$/],
  ['Audi', /^(?:e-tron|Quattro)$/],
  ['Cadillac', /^(?:CTS|DeVille|Escalade)$/],
  ['Chevrolet', /^(?:Bolt|Camaro|Corvette|Cruze|Equinox|Impala|Malibu|Silverado|Suburban|Tahoe|Volt)s?$/],
  ['Chrysler', /^(?:Pacifica|Sebring|Voyager)s?$/],
  ['Dodge', /^(?:Caravan|Challenger|Charger|Durango|Ram|Viper)s?$/],
  ['Fiat', /^(?:Panda|Punto|Uno)s?$/],
  [
    'Ford',
    /^(?:Bronco|Escape|Escort|Explorer|Fiesta|Focus|Fusion|Galaxy|Mondeo|Mustang|Pinto|Ranger|Taurus|Transit)s?$/,
  ],
  ['Google', /^(?:Chrome|Docs|Drive|Earth|Glass|Maps|Pixel|Play|Translate)$/],
  ['Honda', /^(?:Accord|Civic|Odyssey|Pilot)s?$/],
  ['Hyundai', /^(?:Elantra|Sonata|Tucson)s?$/],
  ['Jeep', /^(?:Cherokee|Wrangler)s?$/],
  ['Microsoft', /^(?:Azure|Excel|Office|Outlook|Surface|Teams|Windows|Word|Xbox)$/],
  ['MSN', /^(?:Explorer|Messenger)$/],
  ['Nintendo', /^(?:DS|GameCube|Switch|Wii)$/],
  ['Nissan', /^(?:Altima|Leaf|Maxima|Micra|Qashqai|Sentra)s?$/],
  ['Renault', /^(?:Clio|Megane|Twingo|Zoe)s?$/],
  ['Samsung', /^(?:Galaxy|Note)$/],
  ['Sony', /^(?:PlayStation|Walkman)s?$/],
  ['Tesla', /^(?:Cybertruck|Roadster)s?$/],
  ['Toyota', /^(?:Camry|Corolla|Highlander|Hilux|Prius|Tacoma|Tundra|Yaris)s?$/],
  ['Volkswagen', /^(?:Beetle|Golf|Jetta|Passat|Polo|Tiguan|Touareg)s?$/],
]);

/** "the Kyoto Protocol", "the Affordable Care Act" */
export const TREATY_NOUN = /^(?:Accords?|Act|Agreements?|Conventions|Declaration|Protocols?|Treaty|Treaties)$/;

/** Treaties that go by their initials. */
export const TREATIES = wordSet('NAFTA USMCA CAFTA GATT TTIP CETA JCPOA');

/** Firms whose own names end in a possessive; the word before it. */
export const FIRMS_OF_OWNERS: ReadonlySet<string> = new Set(
  `McDonald|Moody|Standard & Poor|Standard and Poor|Macy|Kohl|Sotheby|Christie|Wendy|Denny|Sainsbury|Levi|Domino|Lloyd|Lowe|
  Dillard|Bloomingdale|Kellogg|Papa John|Applebee|Arby|Chili|Hardee|Trader Joe|Ben & Jerry|Dick|Zaxby|Wetherspoon`
    .split('|')
    .map((name) => name.trim()),
);
