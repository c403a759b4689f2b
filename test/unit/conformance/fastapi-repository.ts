import type { BuiltRepository } from './built-repository';

/** Python with FastAPI, SQLAlchemy and Alembic. */
export const fastapiRepository: BuiltRepository = {
  name: 'Python, FastAPI, Alembic',
  spec: `---
status: Implemented
---
# Coupons

## Data model

### coupons

| Field | Type | Nullable | Description |
|---|---|---|---|
| id | uuid | no | primary key |
| code | varchar(32) | no | what people type |
| percent | integer | no | |
| expires_at | timestamptz | yes | |
| meta | jsonb | no | |

Unique index on coupons (code).

- index \`ix_coupons_expires_at\` on coupons (expires_at)

## API

| Method | Path | Purpose |
|---|---|---|
| POST | \`/api/coupons\` | create |
| GET | \`/api/coupons/{code}\` | look up |
| POST | \`/api/coupons/{code}/redeem\` | redeem |
| DELETE | \`/api/admin/coupons/{coupon_id}\` | withdraw |

### Models

\`\`\`python
class CouponIn(BaseModel):
    code: str
    percent: int = Field(ge=1, le=100)
    expires_at: datetime | None = None

class CouponService:
    async def redeem(self, code: str, *, order_id: UUID) -> Redemption: ...
    def withdraw(self, coupon_id: UUID) -> None: ...
\`\`\`

## Configuration

- \`COUPON_MAX_PERCENT\`: environment variable, default 50
- \`COUPON_CODE_LENGTH\`: environment variable, default 8

## Events

| Event | Payload |
|---|---|
| \`coupon.redeemed\` | code, order |

## Dependencies

| Package | Type | Version |
|---|---|---|
| python-ulid | PyPI package | ^2.7 |

## Files

### New files

| File | Purpose |
|---|---|
| \`app/coupons/service.py\` | redeeming |
| \`app/coupons/routes.py\` | endpoints |

## Testing

- \`pytest tests/test_coupons.py::test_redeem_twice_fails\`
`,
  files: {
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = [\n  "fastapi>=0.115",\n  "sqlalchemy>=2.0",\n  "python-ulid>=2.7",\n]\n',
    'app/main.py': `from fastapi import FastAPI

from app.api import api_router

app = FastAPI(title="shop")
app.include_router(api_router, prefix="/api")
`,
    'app/api.py': `from fastapi import APIRouter

from app.coupons import routes as coupons
from app.coupons.admin import router as admin_router

api_router = APIRouter()
api_router.include_router(coupons.router, tags=["coupons"])
api_router.include_router(admin_router, prefix="/admin/coupons")
`,
    'app/coupons/__init__.py': '',
    'app/coupons/routes.py': `from fastapi import APIRouter, Depends

router = APIRouter(prefix="/coupons")


@router.post("", status_code=201, response_model=CouponOut)
async def create(body: CouponIn, service: CouponService = Depends(get_service)) -> CouponOut:
    return await service.create(body)


@router.get("/{code}")
async def show(code: str) -> CouponOut: ...


@router.post("/{code}/redeem")
async def redeem(code: str) -> None: ...
`,
    'app/coupons/admin.py': `from fastapi import APIRouter

router = APIRouter()


@router.delete("/{id}", status_code=204)
async def withdraw(id: UUID) -> None: ...
`,
    'app/coupons/service.py': `from typing import Optional


class CouponIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    percent: int = Field(default=10, ge=1, le=100)
    expires_at: Optional[datetime] = None


class CouponService:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def redeem(
        self,
        code: str,
        *,
        order_id: uuid.UUID,
    ) -> Redemption:
        await self.bus.publish("coupon.redeemed", {"code": code})

    def withdraw(self, coupon_id: UUID) -> None:
        pass
`,
    'app/settings.py': `class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="COUPON_")

    max_percent: int = 50
    code_length: int = 8
`,
    'alembic/versions/0003_coupons.py': `from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def upgrade() -> None:
    op.create_table(
        "coupons",
        sa.Column("id", postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text("gen_random_uuid()")),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meta", postgresql.JSONB(), nullable=False, server_default="{}"),
        sa.UniqueConstraint("code", name="uq_coupons_code"),
    )
    op.create_index(op.f("ix_coupons_expires_at"), "coupons", ["expires_at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_coupons_expires_at")
    op.drop_table("coupons")
`,
    'tests/test_coupons.py': 'def test_redeem_twice_fails(client):\n    assert True\n',
  },
  deviations: [
    {
      what: 'file moved',
      file: 'app/coupons/service.py',
      from: null,
      to: 'app/services/coupons.py',
      check: 'conformance-file',
      says: 'app/coupons/service.py',
    },
    {
      what: 'length of a column',
      file: 'alembic/versions/0003_coupons.py',
      from: 'sa.String(length=32)',
      to: 'sa.String(length=64)',
      check: 'conformance-table',
      says: 'coupons.code is varchar(32)',
    },
    {
      what: 'type of a column',
      file: 'alembic/versions/0003_coupons.py',
      from: '"percent", sa.Integer()',
      to: '"percent", sa.Numeric(5, 2)',
      check: 'conformance-table',
      says: 'coupons.percent is integer',
    },
    {
      what: 'nullability of a column',
      file: 'alembic/versions/0003_coupons.py',
      from: 'sa.DateTime(timezone=True), nullable=True',
      to: 'sa.DateTime(timezone=True), nullable=False',
      check: 'conformance-table',
      says: 'coupons.expires_at may be null',
    },
    {
      what: 'missing index',
      file: 'alembic/versions/0003_coupons.py',
      from: '    op.create_index(op.f("ix_coupons_expires_at"), "coupons", ["expires_at"], unique=False)\n',
      to: '',
      check: 'conformance-table',
      says: 'index on coupons (expires_at)',
    },
    {
      what: 'path of an endpoint in another file',
      file: 'app/api.py',
      from: 'prefix="/admin/coupons"',
      to: 'prefix="/backoffice/coupons"',
      check: 'conformance-endpoint',
      says: '/api/backoffice/coupons/{id}',
    },
    {
      what: 'segment of an endpoint',
      file: 'app/coupons/routes.py',
      from: '"/{code}/redeem"',
      to: '"/{code}/redemptions"',
      check: 'conformance-endpoint',
      says: 'POST /api/coupons/{code}/redeem',
    },
    {
      what: 'name of a parameter',
      file: 'app/coupons/service.py',
      from: 'order_id: uuid.UUID',
      to: 'order: uuid.UUID',
      check: 'conformance-symbol',
      says: 'CouponService.redeem takes other parameters',
    },
    {
      what: 'name of an event',
      file: 'app/coupons/service.py',
      from: '"coupon.redeemed"',
      to: '"coupon.used"',
      check: 'conformance-event',
      says: 'coupon.redeemed',
    },
    {
      what: 'a package that was not added',
      file: 'pyproject.toml',
      from: '  "python-ulid>=2.7",\n',
      to: '',
      check: 'conformance-dependency',
      says: 'python-ulid',
    },
  ],
};
