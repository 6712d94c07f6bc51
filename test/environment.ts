import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest runs tests in a context with typed arrays of its own; onnxruntime's native part makes those of Node's, and its
 * JavaScript part compares the two.
 */
export default class SharedTypedArrays extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.Float32Array = Float32Array;
    this.global.BigInt64Array = BigInt64Array;
  }
}
