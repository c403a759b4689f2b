class BookingPolicy < ApplicationPolicy
  def create? = user.present?
end
