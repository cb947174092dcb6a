"""What xBRL-JSON and xBRL-CSV share: names, periods, units, notes and facts as the Open Information Model writes them."""
