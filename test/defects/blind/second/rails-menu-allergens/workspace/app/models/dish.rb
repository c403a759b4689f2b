class Dish < ApplicationRecord
  belongs_to :restaurant
  has_paper_trail

  scope :published, -> { where(published: true) }

  def price
    price_cents / 100.0
  end
end
