import { expect, test } from '@jest/globals';
import { namesIn } from './names-in.ts';

const bodiesIn = async (text: string): Promise<string[]> =>
  (await namesIn(text)).filter((name) => !name.startsWith('LOCATION')).map((name) => name.replace('ORGANIZATION ', ''));

/** A figure that somebody publishes is nobody. */
test.each([
  'The Dow Jones Industrial Average fell 120 points to close at 8,412 on Tuesday.',
  'The Nasdaq Composite rose 2 percent and the S&P 500 gained 9 points.',
  'In London, the FTSE 100 slid 1.4 percent, while Frankfurt’s DAX shed 2 percent.',
  'The CAC 40 in Paris was down 0.8 percent and the IBEX 35 lost 40 points.',
  'Tokyo’s Nikkei 225 closed at 31,200, and Hong Kong’s Hang Seng jumped 3 percent.',
  'The Sensex crossed 70,000 for the first time as traders cheered.',
  'Brazil’s Ibovespa climbed while Mexico’s IPC index dipped.',
  'South Korea’s KOSPI ended flat after a choppy session.',
  'Australia’s All Ordinaries edged up 0.2 percent.',
  'The Euro Stoxx 50 and the BEL-20 were little changed.',
  'The Russell 2000 index of smaller companies rose 1.2 percent.',
  'In Sydney the S&P/ASX 200 closed up 12 points.',
  'The benchmark Shanghai Composite Index fell 3 percent.',
  'The Straits Times Index rose 12 points in thin trade.',
  'The Dow Jones industrial average and Standard & Poor’s 500 index ended higher.',
  'The Dow closed above 10,000.',
  'The S&P was up 4 points at noon.',
  'The Nasdaq rose 2 percent.',
  'Investors sent the Dow and the Nasdaq lower.',
  'Major indexes such as the Nasdaq fell.',
  'A 3 percent drop in the Nasdaq wiped out the gains.',
  'Futures on the Dow Jones rose 40 points.',
  'Wall Street’s main gauges, the Dow, the S&P 500 and the Nasdaq, closed lower.',
  'With the Nasdaq falling 2 percent, traders sold.',
  'The Nikkei fell 300 points.',
  'Sao Paulo’s Bovespa fell 2.3 percent.',
])('index: %s', async (text) => {
  expect(await bodiesIn(text)).toEqual([]);
});

test.each([
  ['Shares in the brewer rose 4 percent on the Nasdaq after the report.', ['Nasdaq']],
  ['The company is listed on Nasdaq in New York.', ['Nasdaq']],
  ['Nasdaq shares fell 3 percent after the exchange said it would cut jobs.', ['Nasdaq']],
  ['The Nasdaq stock market opened late after a fault.', ['Nasdaq']],
  ['The Nasdaq suspended trading in the shares for three hours.', ['Nasdaq']],
  ['Nasdaq said it would buy a rival for $900 million.', ['Nasdaq']],
  ['The New York Stock Exchange halted trading.', ['New York Stock Exchange']],
  ['He rang the bell at the NYSE on Friday.', ['NYSE']],
  ['Trading on the NYSE was halted for an hour.', ['NYSE']],
  ['Gains on the Nasdaq were led by makers of chips.', ['Nasdaq']],
  ['Bovespa said trading volume rose 20 percent.', ['Bovespa']],
  ['NYSE Euronext said it would merge with a rival.', ['NYSE Euronext']],
])('exchange: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test.each([
  ['Dow Jones said on Monday it would sell its radio unit.', ['Dow Jones']],
  ['Dow Jones Newswires reported the talks.', ['Dow Jones Newswires']],
  ['Dow Jones & Co. owns the newspaper.', ['Dow Jones & Co.']],
  ['Dow Chemical said it would cut 4,000 jobs.', ['Dow Chemical']],
  ['The Dow Chemical plant in Freeport burned.', ['Dow Chemical']],
  ['Standard & Poor’s cut its rating on the bank to BBB.', ['Standard & Poor’s']],
  ['S&P lowered the country’s rating by one notch.', ['S&P']],
  ['Standard & Poor’s said it had cut its outlook to negative.', ['Standard & Poor’s']],
  ['The Nikkei reported that the carmaker would close two plants.', ['Nikkei']],
  ['Hang Seng Bank raised its dividend.', ['Hang Seng Bank']],
  ['FTSE Russell said it would remove the stock from its index.', ['FTSE Russell']],
  ['MSCI said it would add the shares to its Emerging Markets Index.', ['MSCI']],
])('firm: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test.each([
  ['Orvane Systems (NYSE: ORV) said it would hire 200 people.', ['Orvane Systems']],
  ['Halvik Labs (Nasdaq: HLVK) said it would merge.', ['Halvik Labs']],
  ['Halvik Labs trades on Nasdaq under the symbol HLVK.', ['Halvik Labs', 'Nasdaq']],
  ['The dollar rose to 110 yen, and the Euro fell to $1.02.', []],
  ['Bitcoin tumbled to $40,000 and Ether lost 5 percent.', []],
  ['Treasuries rallied, and the yield on the 10-year Treasury note fell to 3.9 percent.', []],
  ['Treasury bonds fell after the Treasury Department said it would borrow more.', ['Treasury Department']],
  ['Brent crude rose to $80 and West Texas Intermediate fell.', []],
  ['Moody’s cut the bank’s rating to Baa3.', ['Moody’s']],
])('what is traded: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test('a place that an index is of is a place', async () => {
  expect(await namesIn('The Tokyo index fell 3 percent.')).toEqual(['LOCATION Tokyo']);
});

test.each([
  ['Ada Russell was there. Russell rose to her feet.', ['PERSON Ada Russell', 'PERSON Russell']],
  ['Ben Dow was ill. Dow fell on Monday.', ['PERSON Ben Dow', 'PERSON Dow']],
])('somebody who is called like an index: %s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

test('one article may name the index and the firm', async () => {
  const text =
    'Dow Jones said on Monday it would sell its radio unit.\n\nThe Dow Jones fell 40 points, and Dow Jones declined to comment.';
  expect(await bodiesIn(text)).toEqual(['Dow Jones', 'Dow Jones']);
});
