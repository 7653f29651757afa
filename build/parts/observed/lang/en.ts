export const en = {
    'check:observers': '{$a}: events of the site',
    'check:observers:failed': 'The plugin could not deal with something that happened, at least {$a->count} times since {$a->since}; the last time was {$a->last}.',
    'check:observers:failed_what': 'What happened: {$a->observed}. The problem: {$a->problem}. Each time is in the logs of the site.',
    'check:observers:ok': 'The plugin has dealt with all it heard of.',
    'event:observer_failed': 'Observer failed',
};
