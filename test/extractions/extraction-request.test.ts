import { expect, test } from '@jest/globals';
import { readExtractionRequest } from '../../shared/extractions/extraction-request.ts';

test('a request is read', () => {
  expect(readExtractionRequest('{"key":"記 \\"事\\"","revision":"0A"}')).toEqual({ key: '記 "事"', revision: '0A' });
});

test.each(['', '{}', '[]', 'null', '{"key":1,"revision":"0A"}', '{"key":"a"}'])(
  'a message that is no request is refused with the remedy: %s',
  (message) => {
    expect(() => readExtractionRequest(message)).toThrow('let split alone, or a redrive, send to the extraction queue');
  },
);
