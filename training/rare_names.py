"""Sentences about products, works and events, made from patterns: the corpora at hand hardly annotate them, and a company's
name and its product's look alike. Names are well-known ones, put together by hand; a maker's name right before its product is
part of the product's name, as annotators of news have it."""

import random
import re

from .corpora import Document, Sentence
from .labels import TAG_ID, mask_of_types

VALUES = mask_of_types(["DATE", "MONEY", "QUANTITY"], outside=True)
DOCUMENTS, SENTENCES = 260, 6  # a pass over the data, and a document

PRODUCTS = {
    "Boeing": "Boeing 737|Boeing 747|Boeing 777|Boeing 787|787 Dreamliner|Boeing 787 Dreamliner|737 MAX|Dreamliner|767",
    "Airbus": "Airbus A320|Airbus A330|Airbus A380|A380|A350|A320neo|Airbus A350|A400M",
    "Apple": "iPhone|iPhone 4|iPhone 5s|iPad|iPad mini|iPod|iPod touch|MacBook Air|Mac OS X|iTunes|iOS|Apple Watch|Safari|iMac|Mac mini",
    "Microsoft": "Windows|Windows XP|Windows Vista|Windows 7|Xbox|Xbox 360|Internet Explorer|Microsoft Office|Outlook|Zune|Surface|Bing|Excel",
    "Google": "Android|Chrome|Gmail|Google Maps|Google Earth|Nexus One|Street View|Chrome OS|Google Docs|Pixel|Google Glass",
    "Sony": "PlayStation|PlayStation 3|PlayStation Portable|PS2|Walkman|Vaio|Bravia|PSP",
    "Nintendo": "Wii|Nintendo DS|Game Boy|Switch|Wii U|GameCube",
    "Samsung": "Galaxy|Galaxy S4|Galaxy Note 7|Galaxy Tab|Samsung Galaxy S|Galaxy Note",
    "Toyota": "Prius|Corolla|Camry|Toyota Prius|Toyota Camry|Lexus ES 350|Land Cruiser|Hilux|Toyota Hilux",
    "Ford": "F-150|Mustang|Ford Focus|Taurus|Explorer|Ford Fiesta|Model T|Crown Victoria",
    "General Motors": "Chevrolet Volt|Volt|Hummer|Chevy Cobalt|Silverado|Camaro|Corvette",
    "Honda": "Civic|Accord|Honda Civic|CR-V|Honda Accord",
    "Volkswagen": "Golf|Beetle|Passat|Jetta|Volkswagen Golf|Touareg",
    "Tesla": "Model S|Model 3|Roadster|Autopilot|Powerwall|Cybertruck",
    "Lockheed Martin": "F-16|F-22 Raptor|F-35|C-130 Hercules|Hellfire|F-35 Lightning II",
    "Raytheon": "Patriot|Tomahawk|Stinger|Javelin",
    "Pfizer": "Viagra|Lipitor|Celebrex|Paxlovid|Comirnaty",
    "Merck": "Vioxx|Gardasil|Zocor",
    "Roche": "Tamiflu|Avastin|Herceptin|Valium",
    "Bayer": "Aspirin|Yasmin|Xarelto|Roundup",
    "BlackBerry": "BlackBerry|BlackBerry Bold|PlayBook|BlackBerry Messenger",
    "Nokia": "Lumia|Nokia N97|N95|Symbian|Lumia 920",
    "Amazon": "Kindle|Kindle Fire|Alexa|Echo|Fire TV",
    "Adobe": "Photoshop|Flash|Acrobat|Flash Player|PDF",
    "Intel": "Pentium|Pentium 4|Centrino|Core i7|Itanium|Xeon",
    "AMD": "Athlon|Opteron|Phenom|Radeon|Ryzen",
    "IBM": "ThinkPad|Watson|Deep Blue|Lotus Notes|OS/2",
    "Oracle": "Java|MySQL|Solaris|Oracle Database",
    "Mozilla": "Firefox|Firefox 3|Thunderbird",
    "Coca-Cola": "Coke|Diet Coke|Sprite|Dasani|Fanta",
    "Nestle": "Nescafe|KitKat|Nespresso|Maggi|Perrier",
    "McDonald's": "Big Mac|Happy Meal|McRib|Egg McMuffin",
    "Kraft": "Oreo|Velveeta|Jell-O",
    "Skoda": "Octavia|Fabia",
    "Renault": "Clio|Megane|Renault Clio|Zoe",
    "Fiat": "Fiat 500|Punto|Panda",
    "Nissan": "Leaf|Nissan Leaf|Qashqai|Altima",
    "Hyundai": "Sonata|Elantra|Tucson|Hyundai Sonata",
    "Embraer": "Embraer 190|ERJ-145|E-Jet",
    "Bombardier": "Dash 8|CSeries|Learjet|Q400|CRJ200",
    "Sukhoi": "Su-27|Sukhoi Su-30|Superjet 100|Su-35",
    "Facebook": "Messenger|News Feed|Oculus Rift|Timeline",
    "Palm": "Palm Pre|Treo|webOS",
    "OpenAI": "ChatGPT|GPT-4|DALL-E",
    "NASA": "Hubble Space Telescope|Discovery|Voyager 1|Curiosity|Mars Reconnaissance Orbiter|Orion|Artemis I|Apollo 11|Atlantis",
    "SpaceX": "Falcon 9|Dragon|Starship|Starlink|Falcon Heavy",
    "Twitter": "Vine|Periscope|TweetDeck",
    "Canonical": "Ubuntu|Linux|Launchpad",
    "Yahoo": "Flickr|Yahoo Mail|Yahoo Messenger",
}  # fmt: skip
MORE_MAKERS = (
    "Dell|Hewlett-Packard|Lenovo|Motorola|HTC|LG Electronics|Panasonic|Siemens|Ericsson|Chrysler|Daimler|BMW|Porsche|Saab|Mazda|Kia|"
    "Rolls-Royce|General Electric|Northrop Grumman|BAE Systems|Novartis|Sanofi|GlaxoSmithKline|AstraZeneca|Eli Lilly|Moderna|"
    "Cisco Systems|Qualcomm|Nvidia|Texas Instruments|Procter & Gamble|Unilever|PepsiCo|Mattel|Hasbro|Electronic Arts|Ubisoft"
).split("|")
OTHERS = (  # organisations that are no makers, so that the same frames also hold them
    "Federal Aviation Administration|Food and Drug Administration|European Commission|Air France|Lufthansa|Qantas|Ryanair|United Airlines|"
    "Emirates|Wal-Mart|Best Buy|Goldman Sachs|Deutsche Bank|HSBC|Federal Reserve|Securities and Exchange Commission|Verizon|AT&T|"
    "Vodafone|Deutsche Telekom|Consumer Reports|Reuters|The Wall Street Journal|Pentagon|Royal Air Force|Ministry of Defence|Red Cross"
).split("|")
WORKS = (
    "Avatar|Titanic|The Godfather|Star Wars|Slumdog Millionaire|The Hurt Locker|Harry Potter and the Goblet of Fire|The Da Vinci Code|"
    "War and Peace|Hamlet|Macbeth|Les Miserables|Guernica|The Simpsons|Doctor Who|Sesame Street|American Idol|60 Minutes|Meet the Press|"
    "Breaking Bad|The Sopranos|Thriller|Abbey Road|Bohemian Rhapsody|Imagine|The Dark Knight|Brokeback Mountain|Fahrenheit 9/11|"
    "An Inconvenient Truth|Gone with the Wind|The Great Gatsby|Animal Farm|Swan Lake|The Nutcracker|Carmen|Mona Lisa|The Scream|"
    "Frankenstein|Dreams from My Father|The Satanic Verses|Borat|Inception|Toy Story 3|Skyfall|The King 's Speech|Game of Thrones|"
    "Newsnight|Good Morning America|The Daily Show|Grand Theft Auto|Call of Duty|Halo|World of Warcraft|Super Mario Bros.|Fight Club"
).split("|")
EVENTS = (
    "World Cup|Olympic Games|Winter Olympics|Super Bowl|World War II|First World War|Vietnam War|Gulf War|Hurricane Katrina|Hurricane Sandy|"
    "Tour de France|Wimbledon|Cannes Film Festival|Paris Air Show|Consumer Electronics Show|Super Tuesday|Arab Spring|Cold War|Iraq War|"
    "Eurovision Song Contest|Davis Cup|Ryder Cup|Grammy Awards|Academy Awards|Six-Day War|Holocaust|Champions League|Asian Games|"
    "Farnborough Airshow|G20 summit|Typhoon Haiyan|Tropical Storm Irene|Battle of Stalingrad|Boston Marathon|Black Friday|Ramadan|World Series"
).split("|")
PATTERNS = """
{maker} unveiled the {product} on Tuesday at its headquarters in {place} .
{maker} said on Friday it had sold 3.2 million units of the {product} in the quarter .
Shares of {maker} fell 4.1 percent after it recalled the {product} .
The {product} competes with {rival} 's {rivalproduct} , which went on sale last year .
{maker} 's {product} has been delayed again , the company said .
A {product} crashed shortly after takeoff from {place} , killing all 143 people on board .
{org} ordered 20 of {maker} 's {product} jets in a deal worth $ 3.4 billion .
{org} grounded its {product} fleet after an engine caught fire near {place} .
Analysts expect {maker} to sell more than 10 million {product} devices this year .
" The {product} is the best we have ever made , " said {person} , chief executive of {maker} .
{person} , an analyst at {org} , said the {product} would outsell the {rivalproduct} .
{maker} and {rival} are both based in {place} .
{maker} , which makes the {product} and the {product2} , posted a loss of $ 120 million .
The new version of {product} will run on computers made by {rival} .
Users of {product} were warned of a security hole on Monday .
{maker} sued {rival} in {place} , saying that the {rivalproduct} copied its {product} .
The {rivalproduct} and the {product} were the most popular gifts , {org} said .
{org} approved {product} , a drug made by {maker} , for use in children .
{person} said he has used an {product} since 2007 .
Workers at the {maker} plant in {place} build the {product} .
{maker} will stop making the {product} next year and close its factory in {place} .
Police said the suspect was driving a {product} with {place} plates .
{maker} plans to cut 4,000 jobs , a third of them in {place} , {person} told {org} .
{org} said that {maker} had misled buyers of the {product} about its fuel economy .
The {product} , priced at $ 499 , goes on sale in {place} in September .
{product} sales rose 12 percent , while those of {rivalproduct} were flat .
{maker} shares closed at $ 38.50 in {place} , and {rival} rose 2 percent .
Talks between {maker} and {rival} broke down over the price of the {product} , {org} reported .
The two {product} fighters were flying over {place} when they collided .
{person} of {org} compared {product} to {rivalproduct} , which failed in the market .
{person} won the award for " {work} , " beating " {work2} " .
" {work} " earned $ 74 million in its first weekend , according to {org} .
{person} , who wrote " {work} , " lives in {place} .
The film {work} was shot in {place} by {person} .
{person} starred in {work} and later directed {work2} .
{person} told the BBC 's {work} that the report was wrong .
The museum in {place} will lend {work} to {org} .
{person} sang " {work} " at the {event} in {place} .
Tickets for {work} sold out within an hour .
{place} will host the {event} in 2018 , {org} said .
{person} won the {event} for the third time on Sunday .
The {event} killed thousands of people in {place} .
{org} is a sponsor of the {event} .
The losses were the worst since the {event} , {org} said .
{person} , a veteran of the {event} , was born in {place} .
{maker} showed its {product} at the {event} in {place} .
Preparations for the {event} cost {place} more than $ 9 billion .
""".strip().split("\n")  # fmt: skip
SLOTS = {"maker": "ORGANIZATION", "rival": "ORGANIZATION", "org": "ORGANIZATION", "product": "PRODUCT", "product2": "PRODUCT",
         "rivalproduct": "PRODUCT", "work": "WORK", "work2": "WORK", "event": "EVENT", "place": "LOCATION", "person": "PERSON"}  # fmt: skip


def fill(pattern: str, names, chance: random.Random) -> Sentence:  # noqa: ANN001 (augment.Names; importing it would be a circle)
    """One sentence with its tags; amounts and dates, which the patterns do not annotate, may be any value."""
    maker, rival = chance.sample(list(PRODUCTS), 2)
    country = chance.choice(names.countries)
    fillers = {
        "maker": maker, "rival": rival if chance.random() < 0.5 else chance.choice(MORE_MAKERS), "org": chance.choice(OTHERS),
        "rivalproduct": chance.choice(PRODUCTS[rival].split("|")), "work": chance.choice(WORKS), "work2": chance.choice(WORKS),
        "event": chance.choice(EVENTS), "place": chance.choice(names.places if chance.random() < 0.5 else names.lands),
        "person": f"{chance.choice(names.fore[country])} {chance.choice(names.sur[country])}",
    }  # fmt: skip
    fillers["product"], fillers["product2"] = (chance.choice(PRODUCTS[maker].split("|")) for _ in range(2))
    words: list[str] = []
    tags: list[int] = []
    for part in pattern.split(" "):
        slot = re.fullmatch(r"\{(\w+)\}", part)
        if not slot:
            words.append(part)
            tags.append(VALUES)
            continue
        for index, word in enumerate(fillers[slot[1]].split(" ")):
            words.append(word)
            tags.append(1 << TAG_ID[f"{'I' if index else 'B'}-{SLOTS[slot[1]]}"])
    return Sentence(words, tags=tags)


def rare_names(names, chance: random.Random) -> list[Document]:  # noqa: ANN001
    """Anew for each pass over the data."""
    return [
        Document(f"rare/{number}", [fill(chance.choice(PATTERNS), names, chance) for _ in range(SENTENCES)], weight=0.5)
        for number in range(DOCUMENTS)
    ]
