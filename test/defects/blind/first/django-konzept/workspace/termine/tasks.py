from celery import shared_task


@shared_task
def erinnerung_senden(termin_id: int) -> None:
    pass
