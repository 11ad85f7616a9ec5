import smtplib
import email.message
