class SendReminderJob < ApplicationJob
  def perform(booking_id); end
end
