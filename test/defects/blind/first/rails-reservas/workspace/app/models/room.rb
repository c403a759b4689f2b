class Room < ApplicationRecord
  has_many :bookings
end
