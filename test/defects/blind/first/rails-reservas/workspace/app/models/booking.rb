class Booking < ApplicationRecord
  belongs_to :room
  belongs_to :guest

  def cancel!(reason:)
    update!(cancelled_at: Time.current, cancel_reason: reason)
  end
end
