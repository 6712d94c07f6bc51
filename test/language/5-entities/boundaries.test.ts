import { expect, test } from '@jest/globals';
import { namesIn } from './names-in.ts';

/** Real names that once were cut or joined, each with four invented ones of its kind. */
test.each([
  // Firms of a surname and what they do.
  ['Analysts at Kotal Institutional Equities cut their forecast.', ['ORGANIZATION Kotal Institutional Equities']],
  ['Analysts at Dunmore Global Equities cut their forecast.', ['ORGANIZATION Dunmore Global Equities']],
  ['Brokers at Halvik Institutional Research said so.', ['ORGANIZATION Halvik Institutional Research']],
  ['Traders at Orvane Private Capital disagreed.', ['ORGANIZATION Orvane Private Capital']],
  ['Sarnia Fixed Income raised its target on Monday.', ['ORGANIZATION Sarnia Fixed Income']],
  // Journals of two fields.
  ['The study appeared in Social Science & Medicine on Monday.', ['ORGANIZATION Social Science & Medicine']],
  ['The paper was published in Urban Studies & Planning on Friday.', ['ORGANIZATION Urban Studies & Planning']],
  ['The editors of Rural Health & Ageing said so on Monday.', ['ORGANIZATION Rural Health & Ageing']],
  ['An article in Water Policy & Governance cited her.', ['ORGANIZATION Water Policy & Governance']],
  ['She reads Energy Research & Policy every month.', ['ORGANIZATION Energy Research & Policy']],
  // Newspapers of a town of two words and a title of two.
  ['The Sioux Falls Argus Leader reported the closing.', ['ORGANIZATION Sioux Falls Argus Leader']],
  ['The Wichita Valley Press Leader reported the sale.', ['ORGANIZATION Wichita Valley Press Leader']],
  ['He told the Cedar Falls Argus Courier he would resign.', ['ORGANIZATION Cedar Falls Argus Courier']],
  ['The Twin Rivers Argus Tribune was sold on Friday.', ['ORGANIZATION Twin Rivers Argus Tribune']],
  ['The Fort Dalton News Tribune reported it.', ['ORGANIZATION Fort Dalton News Tribune']],
  // A country and what its minister or its money is for.
  ['U.S. Defense spending rose by 3 %. The U.S. Defense budget grew.', ['LOCATION U.S.', 'LOCATION U.S.']],
  ['U.K. Health officials met the U.K. Health staff in March.', ['LOCATION U.K.', 'LOCATION U.K.']],
  ['U.S. Commerce Secretary Lena Ruiz spoke.', ['LOCATION U.S.', 'PERSON Lena Ruiz']],
  ['U.K. Defence Minister Ian Roe spoke.', ['LOCATION U.K.', 'PERSON Ian Roe']],
  ['The U.S. Defense Department said it would appeal.', ['ORGANIZATION U.S. Defense Department']],
  // Two who asked together.
  ['A Wall Street Journal/NBC News survey came out.', ['ORGANIZATION NBC News', 'ORGANIZATION Wall Street Journal']],
  ['A Washington Post-ABC News poll came out.', ['ORGANIZATION ABC News', 'ORGANIZATION Washington Post']],
  ['A Reuters/Ipsos poll came out.', ['ORGANIZATION Ipsos', 'ORGANIZATION Reuters']],
  // What is no name of one.
  ['Lena Ruiz gave money to a super PAC on Monday.', ['PERSON Lena Ruiz']],
  ['The fleet was led by Adm. Lena Ruiz on Monday.', ['PERSON Lena Ruiz']],
  ['He spoke with Republican National Committeeman Ian Roe.', ['GROUP Republican', 'PERSON Ian Roe']],
  // A letter that marks a turn.
  ['Q    Ann, what happened that night?\n\nA    I saw the lights.', ['PERSON Ann']],
  ['Q    Ben, who called you?\n\nA    Nobody called.', ['PERSON Ben']],
  ['Q.   Carla, did you stay?\n\nA.   I did.', ['PERSON Carla']],
  ['A    Ruth, I think, was the first to leave. He told me so.\n\nQ    Who was next?', ['PERSON Ruth']],
  ['Q      Mr. Hale, is that right?\n\nA      It is.', ['PERSON Hale']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});
