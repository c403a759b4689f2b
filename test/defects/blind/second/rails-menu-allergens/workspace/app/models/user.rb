class User < ApplicationRecord
  belongs_to :restaurant, optional: true

  def chef?
    role == "chef"
  end
end
