import {clientOf} from '../../manifest/clientOf.ts';
import {SERVICES} from './part.ts';

export const call = clientOf({component: 'part_remotes', services: SERVICES});
