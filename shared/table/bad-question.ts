/** What is asked cannot be answered; the message ends with the remedy. */
export class BadQuestion extends Error {
  override readonly name = 'BadQuestion';
  /** The parameter that is wrong. */
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }

  static cursor(): BadQuestion {
    return new BadQuestion(
      'cursor',
      'The cursor does not belong to this question: take it from the answer before, with all other parameters but limit ' +
        'unchanged, or leave it out to begin anew.',
    );
  }
}
