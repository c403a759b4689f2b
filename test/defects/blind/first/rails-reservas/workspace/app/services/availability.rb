class Availability
  def self.free?(room, from, to)
    true
  end
end
