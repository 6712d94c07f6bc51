import { Aws } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Whatever else is granted, now or by mistake later: nobody of another account, and nobody unknown. Services of AWS are let
 * through to the statements that name them. A newsroom with accounts of its own drops through a role of this one.
 */
export const refuseOtherAccounts = (action: string, ...resources: string[]) =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [action],
    resources,
    conditions: {
      StringNotEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  });
