from .models import Termin


def termin_buchen(praxis_id: int, email: str, beginn) -> Termin:
    raise NotImplementedError


def freie_zeiten(praxis_id: int, tag) -> list:
    return []
