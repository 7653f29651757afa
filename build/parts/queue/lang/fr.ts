export const fr = {
    'check:queue': 'Demandes',
    'task:work_task': 'Traiter une demande',
    'reason:worker_died': 'Le processus qui s’en occupait s’est arrêté.',
    'queue:paused': 'Les demandes sont suspendues dans les réglages ; en attente : {$a}.',
    'queue:moving': 'Les demandes avancent ; ouvertes : {$a}.',
    'queue:late': 'Demandes qui auraient déjà dû avancer : {$a}.',
    'queue:cron': 'Dernière exécution du cron : {$a}',
    'queue:taskoff': 'La tâche qui distribue les demandes est désactivée.',
    'queue:taskon': 'La tâche qui distribue les demandes est activée.',
    'queue:places': 'Demandes traitées en même temps : {$a}',
};
