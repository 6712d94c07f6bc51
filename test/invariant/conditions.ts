type Row = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;
type Condition = (row: Row, values: Values) => boolean;

interface Conditional {
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Values | undefined;
}

const read = new Map<string, Condition>();

/** Whether a row meets a condition, as DynamoDB decides: a comparison with what is missing is false. */
export function holds(row: Row, { ConditionExpression, ...given }: Conditional): boolean {
  if (ConditionExpression === undefined) return true;
  const names = given.ExpressionAttributeNames ?? {};
  const id = `${ConditionExpression} ${JSON.stringify(names)}`;
  const condition = read.get(id) ?? readCondition(ConditionExpression, names);
  read.set(id, condition);
  return condition(row, given.ExpressionAttributeValues ?? {});
}

/** or := and ("OR" and)*; and := term ("AND" term)*; term := "(" or ")" | not_exists "(" name ")" | name sign value. */
function readCondition(expression: string, names: Record<string, string>): Condition {
  const words = expression.match(/[(),]|<=|>=|[<>=]|[#:]?\w+/g) ?? [];
  let place = 0;
  const next = (): string => words[place++] ?? '';
  const expect = (word: string): void => {
    if (next() !== word) throw new Error(`"${expression}" is beyond the conditions imitated here.`);
  };
  const either = (): Condition => joined('OR', both, (some) => (row, values) => some.some((one) => one(row, values)));
  const both = (): Condition => joined('AND', term, (all) => (row, values) => all.every((one) => one(row, values)));
  const joined = (by: string, part: () => Condition, join: (parts: Condition[]) => Condition): Condition => {
    const parts = [part()];
    while (words[place] === by) {
      place++;
      parts.push(part());
    }
    return parts.length === 1 ? parts[0]! : join(parts);
  };
  const term = (): Condition => {
    const word = next();
    if (word === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (word === 'attribute_not_exists') {
      expect('(');
      const name = next();
      expect(')');
      return (row) => row[names[name] ?? name] === undefined;
    }
    const [name, sign, value] = [names[word] ?? word, next(), next()];
    return (row, values) => compare(row[name], sign, values[value]);
  };
  const condition = either();
  if (place !== words.length) throw new Error(`"${expression}" is beyond the conditions imitated here.`);
  return condition;
}

function compare(left: unknown, sign: string, right: unknown): boolean {
  if (left === undefined || right === undefined || typeof left !== typeof right) return false;
  const [one, other] = [left as string, right as string];
  if (sign === '=') return one === other;
  if (sign === '<') return one < other;
  if (sign === '<=') return one <= other;
  throw new Error(`The sign ${sign} is not imitated.`);
}
