import { resolveIntrinsics, type Scope } from './intrinsics.ts';
import { isImitated, parseProperties, type ImitatedType, type Properties } from './resources.ts';
import type { Template } from './template.ts';

/** The emulators know this one account. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

export interface Endpoints {
  readonly s3: string;
  readonly sqs: string;
  readonly dynamodb: string;
  readonly sns: string;
}

export interface StackResource<Type extends ImitatedType> {
  readonly id: string;
  /** The name in the template, or one made from the logical id. */
  readonly name: string;
  readonly arn: string;
  readonly properties: Properties<Type>;
}

export interface Stack {
  all<Type extends ImitatedType>(type: Type): StackResource<Type>[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The template as it stands once deployed at these endpoints. */
export function resolveStack(template: Template, endpoints: Endpoints): Stack {
  const scope = scopeOf(template, endpoints);
  const resources = new Map<ImitatedType, StackResource<ImitatedType>[]>();
  for (const [id, { type, properties }] of template.resources) {
    if (!isImitated(id, type)) continue;
    const parsed = parseProperties(id, type, resolveIntrinsics(properties, scope));
    const resource = { id, name: nameOf(template, id, scope), arn: arnOf(template, id, scope), properties: parsed };
    resources.set(type, [...(resources.get(type) ?? []), resource]);
  }
  return {
    all: (type) => resources.get(type) ?? [],
    outputs: resolveIntrinsics(Object.fromEntries(template.outputs), scope) as Record<string, unknown>,
  };
}

function scopeOf(template: Template, endpoints: Endpoints): Scope {
  const pseudoParameters: Record<string, string> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackName': 'local',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const scope: Scope = {
    ref(name) {
      if (name in pseudoParameters) return pseudoParameters[name];
      if (template.parameters.has(name)) return template.parameters.get(name);
      const resourceName = nameOf(template, name, scope);
      if (typeOf(template, name) === 'AWS::SNS::Topic') return arnOf(template, name, scope);
      return typeOf(template, name) === 'AWS::SQS::Queue'
        ? `${endpoints.sqs}/${ACCOUNT}/${resourceName}`
        : resourceName;
    },
    attribute(resource, attribute) {
      if (attribute === 'Arn') return arnOf(template, resource, scope);
      if (attribute === 'QueueName') return nameOf(template, resource, scope);
      throw new Error(`The template asks for ${resource}.${attribute}, which the local AWS does not know.`);
    },
  };
  return scope;
}

function typeOf(template: Template, id: string): string {
  const resource = template.resources.get(id);
  if (resource === undefined) throw new Error(`The template refers to ${id}, which it does not define.`);
  return resource.type;
}

/** The property that names a resource. */
const NAME_PROPERTY: Record<string, string> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** Letters in the name of a bucket, by S3's rules. */
const MAX_BUCKET_NAME = 63;

function nameOf(template: Template, id: string, scope: Scope): string {
  const type = typeOf(template, id);
  const properties = template.resources.get(id)!.properties as Record<string, unknown>;
  const given = resolveIntrinsics(properties[NAME_PROPERTY[type] ?? ''], scope);
  if (typeof given === 'string') return given;
  return type === 'AWS::S3::Bucket' ? id.toLowerCase().slice(0, MAX_BUCKET_NAME) : id;
}

function arnOf(template: Template, id: string, scope: Scope): string {
  const name = nameOf(template, id, scope);
  switch (typeOf(template, id)) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;
    case 'AWS::StepFunctions::StateMachine':
      return `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
    default:
      return `arn:aws:local:${REGION}:${ACCOUNT}:${name}`;
  }
}
