import type {Rule} from 'eslint';

export const pendingHeld: Rule.RuleModule;
