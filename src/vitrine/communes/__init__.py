"""Where places are: the table of French communes, addresses found in it, the files that browsers search."""
