require "rails_helper"
RSpec.describe Booking do
end
