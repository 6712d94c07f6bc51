/** What is asked cannot be answered. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
  /** The parameter that is wrong. */
  readonly parameter: string;
  readonly problem: string;
  readonly remedy: string;

  constructor(parameter: string, problem: string, remedy: string) {
    super(`${problem}: ${remedy}.`);
    this.parameter = parameter;
    this.problem = problem;
    this.remedy = remedy;
  }

  static cursor(): InvalidQuery {
    return new InvalidQuery(
      'cursor',
      'The cursor does not belong to this question',
      'take it from the answer before, with all other parameters but limit unchanged, or leave it out to begin anew',
    );
  }
}
