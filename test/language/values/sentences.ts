/** Sentences of an article of 24 November 2026, a Tuesday; behind "|" what they hold: dates, then amounts with their unit. */
export const PUBLISHED = '2026-11-24T09:00:00.000Z';

export const SENTENCES: readonly string[] = `
The ferry left the port on Monday. | 2026-11-23
The council met last Tuesday. | 2026-11-17
The mayor resigned yesterday. | 2026-11-23
The museum opens today. | 2026-11-24
Voters go to the polls tomorrow. | 2026-11-25
The court will hear the case on Friday. | 2026-11-27
The two sides will meet again on Thursday. | 2026-11-26 2 sides
She was arrested on Nov. 5. | 2026-11-05
He was born on March 3, 1961. | 1961-03-03
The treaty was signed on 5 November 2019. | 2019-11-05
The dam broke in 1975. | 1975
The firm was founded in 1998. | 1998
The bridge was built in the 1990s. | 199X
The painting dates from the 17th century. | 16XX
Prices rose in October. | 2026-10
The plant closed in March 2020. | 2020-03
Exports fell last week. | 2026-W47
The vote takes place next week. | 2026-W49
The festival was held last month. | 2026-10
Sales doubled last year. | 2025
The law takes effect next year. | 2027
The strike began on Saturday. | 2026-11-21
Snow fell on Sunday night. | 2026-11-22
The report was published on Sept. 30, 2025. | 2025-09-30
The war ended in 1945. | 1945
Talks broke down on Wednesday. | 2026-11-18
The airport reopened on Thursday morning. | 2026-11-19
The king died on January 20, 1936. | 1936-01-20
The trial begins on December 7. | 2026-12-07
The tunnel collapsed in August. | 2026-08
The company paid $4.4 billion for the mine. | 4400000000 USD
The fine was set at €250 million. | 250000000 EUR
The house sold for £1.2 million. | 1200000 GBP
Workers earn 15 dollars an hour. | 15 USD
The loan is worth 300 million euros. | 300000000 EUR
The theft cost the bank $81 million. | 81000000 USD
A ticket costs 20 euros. | 20 EUR
The state spent 2.5 billion dollars on roads. | 2500000000 USD
He owed the club £40,000. | 40000 GBP
The painting fetched $12,500 in London. | 12500 USD
The town raised 900,000 pounds. | 900000 GBP
Japan will spend 3 trillion yen. | 3000000000000 JPY
The bribe was 500,000 rupees. | 500000 INR
The bond is worth US$600 million. | 600000000 USD
The grant of C$5 million went to the school. | 5000000 CAD
Damage reached 1.1 billion yuan. | 1100000000 CNY
The stake was sold for 70 million francs. | 70000000 CHF
The fund lost $3bn. | 3000000000 USD
The sum of $750 was never paid. | 750 USD
The deal is worth nearly $2 million. | 2000000 USD
Inflation rose to 3.5 percent. | 3.5 %
Unemployment fell to 4.1%. | 4.1 %
The road is 12 kilometers long. | 12 km
The tower is 330 meters high. | 330 m
The ship carried 5,000 tons of grain. | 5000 t
The fire burned 2,000 hectares. | 2000 ha
The village lies 40 miles from the coast. | 40 mi
The river rose by six feet. | 6 ft
The parcel weighed 30 kilograms. | 30 kg
Turnout was 62 percent. | 62 %
The share price fell 8 percent. | 8 %
About 70 percent of voters agreed. | 70 %
The plant makes 400 megawatts. | 400 MW
The farm covers 150 acres. | 150 acre
The quake struck 10 kilometers below the surface. | 10 km
The hole was three meters deep. | 3 m
The army is 25 miles from the city. | 25 mi
Output shrank by 1.2 percent. | 1.2 %
The truck held 20 tonnes of sugar. | 20 t
The wall is 5 meters high. | 5 m
The storm hit on Monday and cost $90 million. | 2026-11-23 90000000 USD
The tax rose to 21 percent in 2018. | 2018 21 %
In 2024 the firm paid £3 million. | 2024 3000000 GBP
On Friday the bank said it lost €40 million. | 2026-11-20 40000000 EUR
Rents rose 6 percent last year. | 2025 6 %
The levy of $50 was cut in May 2021. | 2021-05 50 USD
On Oct. 2 the city bought the land for $1.5 million. | 2026-10-02 1500000 USD
The line, 90 kilometers long, opened in 1932. | 1932 90 km
Shares fell 4 percent on Thursday. | 2026-11-19 4 %
The museum paid $300,000 in 2011. | 2011 300000 USD
Anna Roe, 34, lives there. |
The only road was closed. |
One of them said so. |
The minister lives at 10 Downing Street. |
A man saw the ship. |
No one was hurt. |
Peter Lund, 51, a farmer, agreed. |
The family never came back. |
The 29-year-old driver was unhurt. |
She was only a child. |
The singer, aged 70, smiled. |
The one thing left was the door. |
He ran a shop in the village. |
The parade passed 14 Elm Street. |
It was the only way. |
The senator, 62, did not answer. |
Nobody knew the other one. |
The teacher had a dog. |
The crowd grew loud. |
The bus was late again. |
`
  .trim()
  .split('\n');
