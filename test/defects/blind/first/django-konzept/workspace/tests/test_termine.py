def test_buchen():
    pass
