class CreateBookings < ActiveRecord::Migration[7.2]
  def change
    create_table :guests do |t|
      t.string :email, null: false
      t.timestamps
    end
    create_table :bookings do |t|
      t.references :room, null: false, foreign_key: true
      t.references :guest, null: false, foreign_key: true
      t.date :starts_on, null: false
      t.date :ends_on, null: false
      t.datetime :cancelled_at
      t.string :cancel_reason
      t.timestamps
    end
  end
end
