from praxis.settings import settings


def fee_for(missed_before: int) -> int:
    return 0 if missed_before == 0 else settings.no_show_fee_cents
