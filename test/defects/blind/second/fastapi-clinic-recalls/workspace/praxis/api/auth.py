from fastapi import Header

from praxis.errors import DomainError


async def current_practice(x_practice: str = Header()) -> str:
    if not x_practice:
        raise DomainError(401, "unauthenticated", "Sign in first.")
    return x_practice
