# coding: utf-
f()
