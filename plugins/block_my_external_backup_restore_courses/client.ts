import {clientOf} from '../../build/manifest/clientOf.ts';
import {manifest} from './manifest.ts';

export const call = clientOf(manifest);
