from fastapi import APIRouter

router = APIRouter(prefix="/parcels")


@router.get("/{parcel_id}")
async def get_parcel(parcel_id: str) -> dict[str, str]:
    return {}


@router.post("/{parcel_id}/status")
async def set_status(parcel_id: str) -> None:
    return None
