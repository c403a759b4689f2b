def test_change() -> None:
    pass
