import type { Entity } from '../analysis.ts';
import { genderOfForename, genderOfNoun } from '../5-entities/lexicon/people.ts';

/** "The actress" is nobody who has a man's name: whether a noun for a person can be said of one of that forename. */
export function agreesWithNoun({ name }: Entity, noun: string): boolean {
  const [gender, known] = [genderOfNoun(noun), genderOfForename(name.split(' ')[0] ?? '')];
  return !gender || !known || gender === known;
}
