from fastapi import APIRouter, Depends

from praxis.api.auth import current_practice

router = APIRouter(dependencies=[Depends(current_practice)])


@router.get("")
async def list_appointments() -> list[dict[str, str]]:
    return []


@router.post("/{appointment_id}/no-show")
async def mark_no_show(appointment_id: str) -> dict[str, str]:
    return {"id": appointment_id}
