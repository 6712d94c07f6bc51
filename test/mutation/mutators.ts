import ts from 'typescript';

/** One fault: the text that takes the place of [start, end) of a source file. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

type Fault = readonly [mutator: string, node: ts.Node, replacement: string];
type Mutator = (node: ts.Node, random: () => number) => Fault[];

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.QuestionQuestionToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
};

const operators: Mutator = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  const other = OPERATORS.get(node.operatorToken.kind);
  return other === undefined ? [] : [['operator', node.operatorToken, other]];
};

const conditions: Mutator = (node) => {
  if (ts.isIfStatement(node)) {
    return ['true', 'false'].map((value): Fault => ['condition', node.expression, value]);
  }
  if (ts.isConditionalExpression(node)) {
    return ['true', 'false'].map((value): Fault => ['condition', node.condition, value]);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [['negation', node, node.operand.getText()]];
  }
  return [];
};

const returns: Mutator = (node) => {
  if (ts.isReturnStatement(node) && node.expression && !isNothing(node.expression)) {
    return [['return', node.expression, 'undefined']];
  }
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && !isNothing(node.body)) {
    return [['return', node.body, 'undefined']];
  }
  return [];
};

/** What `undefined` in its place does not change. */
const isNothing = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  (ts.isIdentifier(node) && node.text === 'undefined');

/** Of a record, what its tests are made of. */
const EXAMPLES = /^(?:example|counter)$/;

const members: Mutator = (node) => {
  if (ts.isObjectLiteralExpression(node)) {
    const properties = node.properties.filter(({ name }) => !EXAMPLES.test(name?.getText() ?? ''));
    return properties.flatMap((property): Fault[] => [
      ['property', property, ''],
      ...(property.name?.getText() === 'confidence' ? [['property', property, 'confidence: 0.5'] as const] : []),
    ]);
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element): Fault => ['element', element, '...[]']);
  return [];
};

const calls: Mutator = (node) => {
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [['call', node, ';']];
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
    const other = Object.hasOwn(METHODS, node.name.text) ? METHODS[node.name.text] : undefined;
    return other === undefined ? [] : [['method', node.name, other]];
  }
  return [];
};

const numbers: Mutator = (node) =>
  ts.isNumericLiteral(node) ? [['number', node, node.text.includes('.') ? '0.5' : String(Number(node.text) + 1)]] : [];

/** Fewest words of a text that is a row of a lexicon rather than a sentence or a key. */
const LEXICON = 3;

const lexicons: Mutator = (node, random) => {
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node)) {
    const words = [...node.getText().slice(1, -1).matchAll(/\S+/g)];
    const lower = words.every(([word]) => /^[\p{Ll}\p{M}+\-'’]+$/u.test(word));
    return words.length >= LEXICON && lower ? [['lexicon', node, withoutOne(node.getText(), words, 1, random)]] : [];
  }
  if (ts.isRegularExpressionLiteral(node)) {
    const alternatives = [...node.text.matchAll(/(?<=[(:|])[\p{L}\d'’ -]+\|/gu)];
    return alternatives.length > 0 ? [['alternative', node, withoutOne(node.text, alternatives, 0, random)]] : [];
  }
  return [];
};

function withoutOne(text: string, words: readonly RegExpExecArray[], offset: number, random: () => number): string {
  const word = words[Math.floor(random() * words.length)]!;
  const start = word.index + offset;
  return text.slice(0, start) + text.slice(start + word[0].length);
}

const MUTATORS: readonly Mutator[] = [operators, conditions, returns, members, calls, numbers, lexicons];

/** Every fault that can be planted into a file. */
export function mutantsOf(file: string, text: string, random: () => number): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && EXAMPLES.test(node.name.getText())) return;
    for (const [mutator, at, replacement] of MUTATORS.flatMap((mutate) => mutate(node, random))) {
      if (at.getText() === replacement) continue;
      const [start, end] = [at.getStart(), endOf(at, replacement)];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ file, start, end, line, mutator, original: at.getText(), replacement });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;

  /** A property goes with the comma behind it. */
  function endOf(node: ts.Node, replacement: string): number {
    const comma = replacement === '' ? /^\s*,/.exec(text.slice(node.getEnd())) : null;
    return node.getEnd() + (comma?.[0].length ?? 0);
  }
}
