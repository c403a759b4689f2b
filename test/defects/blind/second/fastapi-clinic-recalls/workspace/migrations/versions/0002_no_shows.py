"""no shows"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("appointments", sa.Column("no_show_fee_cents", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("appointments", "no_show_fee_cents")
