from praxis.services.no_shows import fee_for


def test_first_no_show_is_free() -> None:
    assert fee_for(0) == 0
