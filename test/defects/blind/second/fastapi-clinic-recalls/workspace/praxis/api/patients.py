from fastapi import APIRouter, Depends

from praxis.api.auth import current_practice

router = APIRouter(dependencies=[Depends(current_practice)])


@router.get("")
async def list_patients() -> list[dict[str, str]]:
    return []


@router.get("/{patient_id}")
async def get_patient(patient_id: str) -> dict[str, str]:
    return {"id": patient_id}
