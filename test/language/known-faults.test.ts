import { test } from '@jest/globals';

// What is read wrongly, in the words of a small case each, as of 2026-11-26. Who mends one writes it as a stored tree with its
// answer (test/language/trees), and takes it out here.
test.todo('“as most of the companies reported better than expected results”: a noun alone is listed');
