"""Checks: what is wrong with a filing, told before the regulator or a shareholder does. Printed values are never changed."""
