from fastapi import FastAPI

from praxis.api import appointments, patients

app = FastAPI(title="praxis")
app.include_router(patients.router, prefix="/api/v1/patients")
app.include_router(appointments.router, prefix="/api/v1/appointments")
