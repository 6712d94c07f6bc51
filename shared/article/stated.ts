import { PUBLICATION_STATUSES, type Stated } from './article.ts';
import { oneLine } from './one-line.ts';

/** NITF and IPTC 7901 write "20260303T100000Z", and "20260303T100000-0500". */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i;

/** As in mails and feeds: "Tue, 3 Mar 2026 10:00:00 +0000"; zones by offset or by the names of RFC 822. */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}),?\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{4})?/i;

/** "Tue Mar 03 10:00:00 UTC 2026": as Unix writes it. */
const UNIX = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d{1,2}:\d{2}:\d{2}) (?:(Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{4}) )?(\d{4})$/i;

/** "March 3, 2026", "Tuesday, March 3, 2026 at 10:05 AM" */
const AMERICAN =
  /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})(?:,? (?:at )?(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap]m)?)?/i;

/**
 * An instant as files write it, as ISO 8601 in UTC; what names no zone is UTC, a day is its first moment. Undefined where it
 * is no date, or lies outside the four-digit years.
 */
export function instantOf(text: string | undefined): string | undefined {
  const written = text?.trim() ?? '';
  const iso = basicDate(written) ?? isoDate(written) ?? rfcDate(written) ?? unixDate(written) ?? americanDate(written);
  const time = iso === undefined ? NaN : Date.parse(iso);
  if (Number.isNaN(time)) return undefined;
  const instant = new Date(time).toISOString();
  return instant.length === 24 ? instant : undefined;
}

/** "Z", "+01:00"; without a zone UTC. */
const zoneOf = (zone = 'Z'): string => (/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone);

function basicDate(text: string): string | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = BASIC.exec(text) ?? [];
  return year && `${year}-${month}-${day}T${hour}:${minute}:${second}${zoneOf(zone)}`;
}

function isoDate(text: string): string | undefined {
  const [, day, time = '00:00', seconds = '00', fraction = '0', zone] = ISO.exec(text) ?? [];
  return day && `${day}T${time}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zoneOf(zone?.toUpperCase())}`;
}

/** Such dates the engine reads, zones by name included. */
function rfcDate(text: string): string | undefined {
  const [, day, month, year, time, zone = 'GMT'] = RFC_822.exec(text) ?? [];
  return day && `${day} ${month!} ${year!} ${time!} ${zone === 'Z' || /^ut/i.test(zone) ? 'GMT' : zone.toUpperCase()}`;
}

function unixDate(text: string): string | undefined {
  const [, month, day, time, zone = 'GMT', year] = UNIX.exec(text) ?? [];
  return month && rfcDate(`${day!} ${month} ${year!} ${time!} ${zone}`);
}

function americanDate(text: string): string | undefined {
  const [, month, day, year, time = '00:00', half = ''] = AMERICAN.exec(text) ?? [];
  return month && `${day!} ${month} ${year!} ${time} ${half} GMT`;
}

type Fields = { readonly [Name in keyof Stated]?: string | undefined };

const INSTANTS = ['publishedAt', 'modifiedAt', 'embargoedUntil'] as const;

/** Fields as a format writes them: dates are read, white space put in order, what is empty left out. */
export function statedBy(fields: Fields): Stated {
  const { publicationStatus, ...others } = fields;
  const status = PUBLICATION_STATUSES.find((known) => statusOf(publicationStatus) === known);
  const read = Object.entries(others).flatMap(([name, value]) => {
    const text = (INSTANTS as readonly string[]).includes(name) ? instantOf(value) : value && oneLine(value);
    return text ? [[name, text]] : [];
  });
  const { modifiedAt, ...stated } = Object.fromEntries(read) as Stated;
  return {
    ...stated,
    ...(modifiedAt !== undefined && modifiedAt !== stated.publishedAt && { modifiedAt }),
    ...(status && { publicationStatus: status }),
  };
}

/** "stat:canceled", "cancelled", "killed" (NITF) */
const statusOf = (status: string | undefined): string | undefined => {
  const name = status
    ?.trim()
    .toLowerCase()
    .replace(/^.*[:/]/, '');
  if (name === undefined) return undefined;
  return /^(?:cancell?ed|killed|kill|withdrawn|deleted|retracted)$/.test(name) ? 'canceled' : name;
};
