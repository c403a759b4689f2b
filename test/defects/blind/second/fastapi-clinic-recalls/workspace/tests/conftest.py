import pytest


@pytest.fixture
def practice_id() -> str:
    return "7f0f2a0e-3f0e-4e58-9f0e-0b8f2b5f4a11"
