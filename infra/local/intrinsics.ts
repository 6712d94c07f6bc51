/** What `Ref` and `Fn::GetAtt` give for the resources, parameters and pseudo parameters of a template. */
export interface Scope {
  ref(name: string): unknown;
  attribute(resource: string, attribute: string): unknown;
}

/**
 * A copy of `value` with every CloudFormation intrinsic function replaced by what it gives.
 * @throws Error naming a function that is not known here.
 */
export function resolveIntrinsics(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  const [only, ...others] = Object.entries(value);
  if (only !== undefined && others.length === 0 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return call(only[0], only[1], scope);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolveIntrinsics(inner, scope)]));
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(text(argument, name));
    case 'Fn::GetAtt': {
      const [resource, attribute] = typeof argument === 'string' ? splitOnce(argument, '.') : list(argument, name);
      return scope.attribute(text(resource, name), text(attribute, name));
    }
    case 'Fn::Join': {
      const [separator, items] = list(argument, name);
      return list(resolveIntrinsics(items, scope), name).join(text(separator, name));
    }
    case 'Fn::Split': {
      const [separator, whole] = list(argument, name);
      return text(resolveIntrinsics(whole, scope), name).split(text(separator, name));
    }
    case 'Fn::Select': {
      const [index, items] = list(argument, name);
      return list(resolveIntrinsics(items, scope), name)[Number(index)];
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    default:
      throw new Error(
        `The template uses ${name}, which the local AWS does not know: add it to infra/local/intrinsics.ts, or write the stack without it.`,
      );
  }
}

/** `${Name}` and `${Name.Attribute}`, first from the map beside the text; `${!Name}` stays as `${Name}`. */
function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
  const given = resolveIntrinsics(variables, scope) as Record<string, unknown>;
  return text(template, 'Fn::Sub').replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    if (name in given) return String(given[name]);
    const [resource, attribute] = splitOnce(name, '.');
    return String(attribute === undefined ? scope.ref(name) : scope.attribute(resource!, attribute));
  });
}

function splitOnce(whole: string, separator: string): string[] {
  const at = whole.indexOf(separator);
  return at < 0 ? [whole] : [whole.slice(0, at), whole.slice(at + separator.length)];
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string')
    throw new Error(`${where} expects text in the template, not ${JSON.stringify(value)}.`);
  return value;
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where} expects a list in the template, not ${JSON.stringify(value)}.`);
  return value;
}
