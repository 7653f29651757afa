export const en = {
    'check:queue': 'Requests',
    'task:work_task': 'Work on one request',
    'reason:worker_died': 'The process that worked on it died.',
    'queue:paused': 'Requests are paused in the settings; waiting: {$a}.',
    'queue:moving': 'Requests are on their way; open: {$a}.',
    'queue:late': 'Requests that should have gone on by now: {$a}.',
    'queue:cron': 'Cron ran last: {$a}',
    'queue:taskoff': 'The task that hands requests out is switched off.',
    'queue:taskon': 'The task that hands requests out is switched on.',
    'queue:places': 'Requests at the same time: {$a}',
};
